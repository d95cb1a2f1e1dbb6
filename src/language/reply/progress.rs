//! How the task goes: late, done.

use super::*;

impl Reader<'_> {
    /// "kommer om ti minutter" from somebody who holds a place.
    pub(super) fn minutes_away(&self) -> Option<ReplyReading> {
        if !self.context.already_accepted {
            return None;
        }
        // "5 min"
        let alone = self.items.iter().filter(|item| item.is_word()).all(|item| item.has(Class::Minute))
            && clock::number(self.items, 0).is_some();
        if alone && let Some(at) = self.items.iter().position(|item| item.has(Class::Minute)) {
            return Some(self.because_token(at, Intent::Late));
        }
        let clause = self.clauses.iter().find(|clause| {
            clause.offer.is_some()
                && clause.not.is_none()
                && !clause.asks
                && clause.subject == Subject::Sender
        })?;
        let soon = (clause.start..clause.end).find(|&at| self.items[at].has(Class::Soon));
        let at = (clause.start + 1..clause.end)
            .find(|&at| self.items[at].has(Class::Minute) && clock::number(self.items, at - 1).is_some())
            .or(soon)?;
        Some(self.because_token(at, Intent::Late))
    }

    /// "rekker ikke til kl 16, blir ti minutter sen": not a withdrawal.
    pub(super) fn late_after_all(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Late)?;
        // "da er alt levert og jeg er på vei hjem"
        let done = self.clauses.iter().any(|other| {
            other.not.is_none()
                && other.find(Cue::Done).is_some_and(|done| {
                    done.end - done.start > 1
                        && self.items[done.start..done.end].iter().any(|item| item.has(Class::Done))
                })
        });
        if done && !self.says_late(clause) {
            return None;
        }
        let firm_no = self.clauses.iter().any(|clause| {
            clause.find(Cue::Refuse).is_some_and(|refuse| {
                !self.items[refuse.start].is("rekker")
                    && clause
                        .find(Cue::Late)
                        .is_none_or(|late| late.end - late.start < refuse.end - refuse.start)
            })
        });
        let keeps = self.context.already_accepted
            && !firm_no
            && !self.clauses.iter().any(|other| {
                let length = |cue: Cue| other.find(cue).map_or(0, |found| found.end - found.start);
                other.has(Cue::Busy)
                    && !(clause.but && other.start < clause.start)
                    && !(length(Cue::Late) > 1 && length(Cue::Late) >= length(Cue::Busy))
            });
        (keeps && !clause.asks).then(|| self.because(clause, Cue::Late, Intent::Late))
    }

    pub(super) fn done(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Done)?;
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        if length(Cue::Chat) > 1 && length(Cue::Chat) >= length(Cue::Done) {
            return None;
        }
        // "så klart" is a yes from somebody who holds no place.
        let yes = !self.context.already_accepted
            && clause.find(Cue::Done).is_some_and(|cue| {
                self.items[cue.start..cue.end].iter().all(|item| item.has(Class::Yes) || item.has(Class::Ok))
            });
        if yes {
            return None;
        }
        // "den er i boks", "kan ta den på vei hjem": said before it is an offer.
        let offered = clause.find(Cue::Accept).is_some_and(|accept| {
            clause.find(Cue::Done).is_some_and(|done| accept.end - accept.start >= done.end - done.start)
        });
        if offered && !self.context.already_accepted {
            return None;
        }
        let told = clause
            .find(Cue::Done)
            .is_some_and(|cue| self.items[cue.start..cue.end].iter().any(|item| item.has(Class::Done)));
        // Who holds no place tells of something else first: "no vart møtet flytta, så eg kan lell".
        let offers = self.clauses.iter().any(|other| {
            other.start > clause.start && other.offer.is_some() && other.not.is_none() && !other.asks
        });
        if (!told || offers) && !self.context.already_accepted {
            return None;
        }
        let accepts = !self.context.already_accepted
            && self.clauses.iter().any(|clause| self.strong(clause) && !clause.has(Cue::Done));
        // "jeg er klar" is ready before the task and done after it.
        let ready = !self.context.already_accepted
            && self.items[clause.start..clause.end]
                .iter()
                .any(|item| ["klar", "klara", "klare"].contains(&item.key.as_str()));
        let asks = ready || clause.asks || clause.not.is_some() || self.items[clause.start].has(Class::Ask);
        if accepts || asks { None } else { Some(self.because(clause, Cue::Done, Intent::Done)) }
    }

    /// "litt sent", "ti minutter for sent": a lateness that takes next to nothing from the task.
    fn a_little(&self, clause: &Clause) -> bool {
        const LITTLE: [&str; 6] = ["litt", "lite", "lidt", "bit", "little", "few"];
        const MOST_MINUTES: u32 = 20;
        (clause.start..clause.end).any(|at| {
            let minutes = || {
                let (number, used) = clock::number(self.items, at)?;
                let counts = self.items.get(at + used).is_some_and(|item| item.has(Class::Minute));
                (counts && number <= MOST_MINUTES).then_some(number)
            };
            LITTLE.iter().any(|word| self.items[at].is(word)) || minutes().is_some()
        })
    }

    /// "den tar jeg på vei hjem" is when, and no lateness.
    fn says_late(&self, clause: &Clause) -> bool {
        self.items[clause.start..clause.end]
            .iter()
            .any(|item| item.has(Class::Late) || item.has(Class::Minute))
    }

    pub(super) fn late(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Late)?;
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        if clause.asks
            || (length(Cue::Chat) > 1 && length(Cue::Chat) >= length(Cue::Late))
            || clause.subject == Subject::Other
            || (!self.context.already_accepted && self.strong(clause) && !self.says_late(clause))
        {
            return None;
        }
        // "jeg er på vei dit, så jeg tar det med det samme" is a yes, and no lateness.
        if !self.context.already_accepted
            && !self.says_late(clause)
            && self.clauses.iter().any(|other| self.strong(other))
        {
            return None;
        }
        let offers = |other: &Clause| self.strong(other) || self.weak(other);
        let offered = !self.context.already_accepted
            && self.clauses.iter().any(|other| other.start < clause.start && offers(other));
        // "jeg kan, men kommer litt sent" is the whole task all the same.
        if offered && self.a_little(clause) {
            return None;
        }
        let offers = !self.context.already_accepted
            && self.clauses.iter().any(|other| self.strong(other) && other.start != clause.start);
        let intent = if offers { Intent::Conditional { from: None, until: None } } else { Intent::Late };
        Some(self.because(clause, Cue::Late, intent))
    }
}
