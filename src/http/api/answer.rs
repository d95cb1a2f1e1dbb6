//! What the API answers: nothing in here may come from a recipient.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::commands::desk::Desk;
use crate::domain::draft::{Demands, Draft, Missing, Refusal};
use crate::domain::ids::*;
use crate::domain::local_time::Calendar;
use crate::domain::service::ServiceKind;
use crate::domain::task::{Task, TaskState, Told};

/// What became of a request.
#[derive(Serialize)]
pub struct RequestAnswer {
    pub request: RequestId,
    pub state: AnswerState,
    pub understood: Understood,
    /// What it can't be opened without.
    pub missing: Vec<&'static str>,
    pub warnings: Vec<&'static str>,
    /// The organisations that are asked, in their order.
    pub asked: Vec<String>,
    /// When the requester gets an answer whatever happens.
    pub answer_by: Option<String>,
    /// Why it can't be promised.
    pub refused: Option<&'static str>,
    /// The same for people, in the requester's language, with what would help.
    pub words: String,
    /// When a draft and what was said of the recipient are erased.
    pub erased_at: Option<String>,
    /// Whether the requester was asked in chat for what is missing.
    pub asked_in_chat: bool,
    pub task: Option<TaskView>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    Draft,
    Open,
}

/// A need as it was understood, without its recipient.
#[derive(Serialize)]
pub struct Understood {
    pub service: Option<ServiceKind>,
    pub people: Option<u32>,
    pub start: Option<String>,
    pub end: Option<String>,
    /// The zone's key.
    pub zone: Option<String>,
    pub has_place: bool,
    pub has_notes: bool,
    pub recurring: bool,
}

#[derive(Serialize)]
pub struct TaskView {
    pub id: TaskId,
    pub number: TaskNumber,
    pub request: RequestId,
    pub service: ServiceKind,
    pub zone: Option<String>,
    pub start: String,
    pub end: String,
    pub places: u32,
    pub taken: u32,
    pub state: TaskState,
    pub must_cover: bool,
    pub opened_at: String,
    pub answer_by: String,
    pub told: Option<Told>,
    /// From which organisations people come, in the order they answered.
    pub coming: Vec<Coming>,
}

#[derive(Serialize)]
pub struct Coming {
    /// `None`: put in by a coordinator.
    pub organisation: Option<String>,
    pub places: u32,
}

/// The wall clock of a municipality, and its zones by their keys.
pub struct View {
    pub calendar: Calendar,
    zones: Vec<(ZoneId, String)>,
}

impl View {
    pub async fn of(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<Self> {
        let calendar = desk.calendar(municipality).await?;
        let zones = desk.tx.zones_by_key(municipality).await?;
        Ok(Self { calendar, zones: zones.into_iter().map(|zone| (ZoneId(zone.id), zone.key)).collect() })
    }

    /// An instant with the municipality's offset.
    pub fn at(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.calendar.time_zone).to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }

    fn zone(&self, id: Option<ZoneId>) -> Option<String> {
        self.zones.iter().find(|(zone, _)| Some(*zone) == id).map(|(_, key)| key.clone())
    }

    pub fn understood(&self, draft: &Draft) -> Understood {
        let at = |local| self.at(self.calendar.instant(local));
        Understood {
            service: draft.service,
            people: draft.people,
            start: draft.day.zip(draft.clock).map(|(day, clock)| at(day.and_time(clock))),
            end: draft.end.map(at),
            zone: self.zone(draft.zone),
            has_place: draft.has_place,
            has_notes: draft.has_notes,
            recurring: draft.recurring,
        }
    }

    pub async fn task(&self, desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<TaskView> {
        let mut coming = Vec::new();
        for signup in task.placed() {
            let organisation = match signup.asked_as {
                Some(id) => Some(desk.tx.organisation_name(id).await?),
                None => None,
            };
            coming.push(Coming { organisation, places: signup.people });
        }
        Ok(TaskView {
            id: task.id,
            number: task.number,
            request: task.request,
            service: task.service,
            zone: self.zone(task.zone),
            start: self.at(task.starts_at),
            end: self.at(task.ends_at),
            places: task.places,
            taken: task.taken(),
            state: task.state,
            must_cover: task.must_cover,
            opened_at: self.at(task.opened_at),
            answer_by: self.at(task.promised_at),
            told: task.told,
            coming,
        })
    }
}

/// The fields that are missing, as a body calls them.
pub fn missing_fields(draft: &Draft, demands: Demands) -> Vec<&'static str> {
    let names = draft.all_missing(demands).into_iter().map(|missing| match missing {
        Missing::Service => "service",
        Missing::People => "people",
        Missing::Day | Missing::Clock => "start",
        Missing::End => "end",
        Missing::Place => "place",
        Missing::Zone => "zone",
    });
    let mut names: Vec<_> = names.collect();
    names.dedup();
    names
}

/// What the one who asked should know, as codes.
pub fn warnings(draft: &Draft) -> Vec<&'static str> {
    let all = [
        (draft.health_words, "health_words_left_out"),
        (draft.bad_date || draft.past || draft.far_day.is_some(), "bad_date"),
        (draft.several, "several_needs"),
        (draft.recurring, "only_first_occurrence"),
        (!draft.has_place, "no_place"),
    ];
    all.into_iter().filter(|(is_so, _)| *is_so).map(|(_, name)| name).collect()
}

/// Why a need can't be promised, as a code.
pub fn refusal_code(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotOffered => "not_offered",
        Refusal::NoAgreement => "no_agreement",
        Refusal::NobodyReachable => "nobody_reachable",
        Refusal::NobodyActs => "nobody_acts",
        Refusal::TooLate => "too_late",
        Refusal::Past => "past",
        Refusal::TooLong => "too_long",
    }
}
