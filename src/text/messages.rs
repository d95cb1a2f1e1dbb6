//! Every text the dispatcher can say, with what stands in it. How it is said is in `locales/`.

use chrono::{NaiveDate, NaiveTime};
use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};

use super::argument::{Argument, DayAndClock, Names, Ore, Window};
use crate::domain::ids::TaskNumber;
use crate::domain::language::Language;
use crate::domain::service::ServiceKind;

macro_rules! messages {
    ($( $(#[$doc:meta])* $Variant:ident $({ $($field:ident: $Type:ty),* $(,)? })? = $id:literal, )*) => {
        /// A text of the dispatcher.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Message {
            /// What a service is called.
            Service(ServiceKind),
            $( $(#[$doc])* $Variant $({ $($field: $Type),* })?, )*
        }

        impl Message {
            /// The text's id in the Fluent files.
            pub fn id(&self) -> &'static str {
                match self {
                    Self::Service(kind) => service_id(*kind),
                    $( Self::$Variant $({ $($field: _),* })? => $id, )*
                }
            }

            /// What stands in the text, written in `language`.
            pub(super) fn arguments(&self, language: Language) -> Vec<(&'static str, FluentValue<'static>)> {
                let _ = language;
                match self {
                    Self::Service(_) => Vec::new(),
                    $( Self::$Variant $({ $($field),* })? => vec![$($( (stringify!($field), $field.write(language)) ),*)?], )*
                }
            }
        }

        /// Each text's id and what stands in it; the services are apart.
        #[cfg(test)]
        pub(super) const TEXTS: &[(&str, &[&str])] = &[ $( ($id, &[$($(stringify!($field)),*)?]) ),* ];
    };
}

fn service_id(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::SnowClearing => "service-snow-clearing",
        ServiceKind::Visit => "service-visit",
        ServiceKind::MealDelivery => "service-meal-delivery",
        ServiceKind::Transport => "service-transport",
        ServiceKind::Escort => "service-escort",
        ServiceKind::Activity => "service-activity",
        ServiceKind::Shopping => "service-shopping",
        ServiceKind::Garden => "service-garden",
        ServiceKind::TechHelp => "service-tech-help",
        ServiceKind::Other => "service-other",
    }
}

messages! {
    // Everywhere.
    /// An empty line between paragraphs.
    Blank = "blank",
    Yes = "yes",
    No = "no",
    Done = "done",
    Noted = "noted",
    /// Under a question whose buttons were put away.
    YouAnswered { answer: Box<Message> } = "you-answered",
    /// Under a message with things to do that were done, by whomever.
    Settled = "settled",
    /// What a button pointed at is gone.
    NothingThere = "nothing-there",
    NotForYou = "not-for-you",
    /// Somebody hides who they are.
    AnswerAsYourself = "answer-as-yourself",
    /// A reply to a message that is not known.
    OldMessage = "old-message",
    OnlyWords = "only-words",
    UnknownCommand = "unknown-command",
    Help = "help",
    HelpStaff = "help-staff",
    WhichLanguage = "which-language",
    Bokmal = "bokmal",
    Nynorsk = "nynorsk",
    English = "english",
    LanguageSet = "language-set",
    Contact { name: String, phone: String } = "contact",

    // Joining.
    /// A private message from somebody nobody knows.
    HelloStranger = "hello-stranger",
    ChatOpen { name: String } = "chat-open",
    Welcome { name: String, municipality: String } = "welcome",
    WelcomeVolunteer = "welcome-volunteer",
    WelcomeStaff = "welcome-staff",
    WelcomeCoordinator = "welcome-coordinator",
    /// To somebody who neither asks for help nor is asked.
    WelcomeOther = "welcome-other",
    /// First contact: who holds what and why, in three sentences.
    Privacy { municipality: String } = "privacy",
    JoinedAlready = "joined-already",
    CodeUnknown = "code-unknown",
    CodeUsed = "code-used",
    CodeExpired = "code-expired",
    CodeForPerson = "code-for-person",
    CodeForGroup = "code-for-group",
    /// Somebody who has joined as one person sends the code of another.
    CodeForSomebodyElse { name: String } = "code-for-somebody-else",
    GroupNeedsCode = "group-needs-code",
    /// The chat is another group already.
    GroupJoinedElse = "group-joined-else",
    GroupJoinedAlready = "group-joined-already",
    GroupJoined { title: String, municipality: String } = "group-joined",
    UnitGroupJoined { title: String, municipality: String } = "unit-group-joined",
    GroupLost { title: String } = "group-lost",
    GroupBack { title: String } = "group-back",
    /// Messages to a chat have been tried in vain for a quarter of an hour.
    ChatStuck { title: String } = "chat-stuck",
    MenuRequest = "menu-request",
    MenuMyTasks = "menu-my-tasks",
    MenuWithdraw = "menu-withdraw",
    MenuContact = "menu-contact",
    MenuLanguage = "menu-language",
    MenuHelp = "menu-help",
    BotDescription = "bot-description",
    BotShortDescription = "bot-short-description",

    // In groups.
    CardHead { number: TaskNumber, service: ServiceKind, window: Window } = "card-head",
    CardZone { zone: String } = "card-zone",
    /// No noisy equipment on Sundays and holidays.
    CardShovelsOnly = "card-shovels-only",
    CardQuietTools = "card-quiet-tools",
    CardPlaces { places: u32 } = "card-places",
    CardPlacesAndRate { places: u32, rate: Ore } = "card-places-and-rate",
    CardHow = "card-how",
    CardFree { free: u32, places: u32 } = "card-free",
    CardFull = "card-full",
    CardCancelled = "card-cancelled",
    CardTakenOver = "card-taken-over",
    CardOver = "card-over",
    CardOverEmpty = "card-over-empty",
    CardComing { names: Names } = "card-coming",
    CardReserves { reserves: u32 } = "card-reserves",
    ICan = "i-can",
    WeAreTwo = "we-are-two",
    ICannot = "i-cannot",
    OpenChat = "open-chat",
    StandAsReserve = "stand-as-reserve",
    /// The one reminder in a group.
    StillFree { number: TaskNumber, free: u32, at: DayAndClock } = "still-free",
    /// In a group that has the card: somebody gave a place back.
    FreeAgain { number: TaskNumber, free: u32, at: DayAndClock } = "free-again",
    ReservesLine { number: TaskNumber, names: Names } = "reserves-line",
    ReservesLineAndMore { number: TaskNumber, names: Names, others: u32 } = "reserves-line-and-more",

    // To volunteers.
    Placed { number: TaskNumber, service: ServiceKind, window: Window, people: u32 } = "placed",
    AlreadyPlaced { number: TaskNumber, window: Window, people: u32 } = "already-placed",
    EachAnswers = "each-answers",
    FewerPlaces { number: TaskNumber, people: u32 } = "fewer-places",
    AddressOnPage = "address-on-page",
    AddressByPhone { name: String, phone: String } = "address-by-phone",
    OpenTask = "open-task",
    Withdraw = "withdraw",
    /// Somebody holds a place and can’t be written to.
    PlacedOpenChat { name: String, number: TaskNumber } = "placed-open-chat",
    OnlySomeLeft { number: TaskNumber, free: u32 } = "only-some-left",
    OnlySomeLeftTo { number: TaskNumber, free: u32, name: String } = "only-some-left-to",
    TakeThem { free: u32 } = "take-them",
    AllAsReserve { wanted: u32 } = "all-as-reserve",
    Queued { number: TaskNumber, service: ServiceKind, window: Window, position: u32 } = "queued",
    /// There are places, but not enough for those who want to come together.
    QueuedTogether { number: TaskNumber, service: ServiceKind, window: Window, position: u32, people: u32 } = "queued-together",
    /// There are places, and reserves are being asked about them.
    QueuedBehind { number: TaskNumber, service: ServiceKind, window: Window, position: u32 } = "queued-behind",
    NotReserve = "not-reserve",
    DeclineNoted { number: TaskNumber } = "decline-noted",
    KeepsTurn { number: TaskNumber } = "keeps-turn",
    Withdrawn { number: TaskNumber, window: Window } = "withdrawn",
    /// Can’t come, being ill.
    WithdrawnIll { number: TaskNumber, name: String, window: Window } = "withdrawn-ill",
    PartialNoted { number: TaskNumber } = "partial-noted",
    NotApproved { service: ServiceKind, phone: String } = "not-approved",
    TooMany { most: u32 } = "too-many",
    TaskCancelled { number: TaskNumber } = "task-cancelled",
    TaskTakenOver { number: TaskNumber } = "task-taken-over",
    TaskOver { number: TaskNumber } = "task-over",
    MaybeNoted { number: TaskNumber } = "maybe-noted",
    LateNoted { number: TaskNumber } = "late-noted",
    DoneNoted { number: TaskNumber } = "done-noted",
    NotUnderstood { number: TaskNumber } = "not-understood",
    WhichTask = "which-task",
    /// A button for one of several tasks.
    TaskLabel { number: TaskNumber, service: ServiceKind, window: Window } = "task-label",
    ThumbTakenBack { number: TaskNumber } = "thumb-taken-back",
    StillComing = "still-coming",
    CannotCome = "cannot-come",
    OfferPlace { number: TaskNumber, service: ServiceKind, window: Window, until: DayAndClock, people: u32 } = "offer-place",
    OfferSome { number: TaskNumber, service: ServiceKind, window: Window, until: DayAndClock, people: u32 } = "offer-some",
    OfferExpired { number: TaskNumber } = "offer-expired",
    OfferGone { number: TaskNumber } = "offer-gone",
    PressPlaced { number: TaskNumber } = "press-placed",
    PressAlready { number: TaskNumber } = "press-already",
    PressQueued { number: TaskNumber, position: u32 } = "press-queued",
    PressWithdrawn { number: TaskNumber } = "press-withdrawn",
    PressNotApproved = "press-not-approved",
    AddressForThoseWhoCome = "address-for-those-who-come",
    AskContact { name: String, phone: String } = "ask-contact",
    MyPlace { number: TaskNumber, service: ServiceKind, window: Window } = "my-place",
    MyReserve { number: TaskNumber, service: ServiceKind, window: Window } = "my-reserve",
    OpenNumber { number: TaskNumber } = "open-number",
    WithdrawNumber { number: TaskNumber } = "withdraw-number",
    NoTasks = "no-tasks",
    YouWerePutIn { number: TaskNumber, service: ServiceKind, window: Window, by: String } = "you-were-put-in",
    /// The one who asked corrected the address or what else is good to know.
    InfoChanged { number: TaskNumber } = "info-changed",
    CancelledForYou { number: TaskNumber, window: Window } = "cancelled-for-you",
    PartRefused { number: TaskNumber } = "part-refused",
    PartNotNeeded { number: TaskNumber } = "part-not-needed",
    StandbyAsked { number: TaskNumber, service: ServiceKind, window: Window } = "standby-asked",

    // To those who ask for help.
    MayNotAsk = "may-not-ask",
    /// In a club's group.
    NotAskedForHere = "not-asked-for-here",
    HowToAsk = "how-to-ask",
    ReadBack = "read-back",
    ReadBackNeed { service: ServiceKind, people: u32, window: Window } = "read-back-need",
    ReadBackZone { zone: String } = "read-back-zone",
    AddressKept = "address-kept",
    /// In private, to somebody who asked in a group.
    AddressHere = "address-here",
    NoAddress = "no-address",
    AskedThen { first: String, then: Names } = "asked-then",
    AskedOnly { first: String } = "asked-only",
    AnswerBy { at: DayAndClock } = "answer-by",
    Send = "send",
    ChangeIt = "change-it",
    Discard = "discard",
    WhatIfNobody = "what-if-nobody",
    SeeRecipient = "see-recipient",
    SayWhatChanges = "say-what-changes",
    ChangeNotUnderstood = "change-not-understood",
    /// Under a question in a group.
    AnswerThis = "answer-this",
    DidNotUnderstand = "did-not-understand",
    /// A need came from another system, and something is missing.
    FromElsewhere = "from-elsewhere",
    DraftChanged = "draft-changed",
    DraftGone = "draft-gone",
    DraftOfSomebodyElse { name: String } = "draft-of-somebody-else",
    Discarded = "discarded",
    Sent { number: TaskNumber, at: DayAndClock } = "sent",
    PressSent { number: TaskNumber } = "press-sent",
    CannotSend = "cannot-send",
    AskService = "ask-service",
    AskPeople = "ask-people",
    AskDay = "ask-day",
    AskClock = "ask-clock",
    AskLength = "ask-length",
    AskZone = "ask-zone",
    AskZoneOfPlace = "ask-zone-of-place",
    People { people: u32 } = "people",
    Today = "today",
    Tomorrow = "tomorrow",
    Day { day: NaiveDate } = "day",
    ClockLabel { at: NaiveTime } = "clock-label",
    Minutes { minutes: u32 } = "minutes",
    Hours { hours: u32 } = "hours",
    ZoneLabel { zone: String } = "zone-label",
    MostPeople { most: u32 } = "most-people",
    HealthWordsLeftOut = "health-words-left-out",
    BadDate = "bad-date",
    SeveralNeeds = "several-needs",
    OnlyFirstOccurrence = "only-first-occurrence",
    RefusedNotOffered = "refused-not-offered",
    RefusedNoAgreement = "refused-no-agreement",
    RefusedNobodyReachable = "refused-nobody-reachable",
    RefusedTooLate = "refused-too-late",
    RefusedPast = "refused-past",
    RefusedTooLong = "refused-too-long",
    AskDutyInstead { name: String, phone: String } = "ask-duty-instead",
    DryRunHead = "dry-run-head",
    DryAsk { at: DayAndClock, name: String } = "dry-ask",
    DryRemind { at: DayAndClock } = "dry-remind",
    DryStandby { at: DayAndClock } = "dry-standby",
    DryDuty { at: DayAndClock, name: String } = "dry-duty",
    DryDeputy { at: DayAndClock, name: String } = "dry-deputy",
    DryContact { at: DayAndClock, name: String } = "dry-contact",
    DryAnswer { at: DayAndClock } = "dry-answer",
    DrySqueezed = "dry-squeezed",
    Filled { number: TaskNumber, window: Window, names: Names, organisations: Names } = "filled",
    AnswerSome { number: TaskNumber, window: Window, taken: u32, places: u32, names: Names, organisations: Names } = "answer-some",
    AnswerNobody { number: TaskNumber, window: Window } = "answer-nobody",
    /// The promised answer when the task has begun already.
    AnswerTooLate { number: TaskNumber, window: Window, taken: u32, places: u32 } = "answer-too-late",
    EnoughAsItIs = "enough-as-it-is",
    WeFillTheRest = "we-fill-the-rest",
    WeDoItOurselves = "we-do-it-ourselves",
    AnswerMoved { number: TaskNumber, at: DayAndClock } = "answer-moved",
    TownTookIt { number: TaskNumber, name: String } = "town-took-it",
    TownFillsRest { number: TaskNumber, rest: u32, name: String } = "town-fills-rest",
    WasCancelled { number: TaskNumber, name: String } = "was-cancelled",

    // To coordinators.
    Hole { number: TaskNumber, service: ServiceKind, missing: u32, places: u32, window: Window } = "hole",
    DutySilent { name: String } = "duty-silent",
    DeputySilent { name: String } = "deputy-silent",
    AskedAnswers { name: String, yes: u32, no: u32 } = "asked-answers",
    AskedSilent { name: String } = "asked-silent",
    Unreached { names: Names } = "unreached",
    PromisedAt { at: DayAndClock } = "promised-at",
    TakeIt = "take-it",
    AskOrganisation { name: String } = "ask-organisation",
    PutIn = "put-in",
    Extend = "extend",
    TownTakesIt = "town-takes-it",
    CancelTask = "cancel-task",
    HoldUntilWhen { number: TaskNumber } = "hold-until-when",
    Until { at: NaiveTime } = "until",
    TooLateToHold { number: TaskNumber } = "too-late-to-hold",
    HeldUntil { number: TaskNumber, at: DayAndClock } = "held-until",
    OrganisationAsked { number: TaskNumber, name: String } = "organisation-asked",
    OrganisationAskedLater { number: TaskNumber, name: String, at: DayAndClock } = "organisation-asked-later",
    TooLateToAsk { number: TaskNumber, name: String } = "too-late-to-ask",
    GroupUnreachable { name: String } = "group-unreachable",
    PutInWhom { number: TaskNumber } = "put-in-whom",
    OrWriteName = "or-write-name",
    MorePeople = "more-people",
    NobodyByThatName { number: TaskNumber } = "nobody-by-that-name",
    PersonLabel { name: String } = "person-label",
    NobodyToPutIn { number: TaskNumber } = "nobody-to-put-in",
    PutInNotApproved { name: String, service: ServiceKind } = "put-in-not-approved",
    WasPutIn { number: TaskNumber, name: String } = "was-put-in",
    WasPutInUntold { number: TaskNumber, name: String } = "was-put-in-untold",
    FullAlready { number: TaskNumber } = "full-already",
    Extended { number: TaskNumber, at: DayAndClock } = "extended",
    ExtendedUntold { number: TaskNumber, at: DayAndClock, name: String } = "extended-untold",
    CannotExtend { number: TaskNumber } = "cannot-extend",
    TownHasIt { number: TaskNumber } = "town-has-it",
    SurelyCancel { number: TaskNumber, coming: u32 } = "surely-cancel",
    CancelSurely = "cancel-surely",
    LeaveIt = "leave-it",
    LeftAsItIs { number: TaskNumber } = "left-as-it-is",
    Cancelled { number: TaskNumber } = "cancelled",
    RestFilled { number: TaskNumber, rest: u32 } = "rest-filled",
    IsEnough { number: TaskNumber, coming: u32 } = "is-enough",
    NobodyComes { number: TaskNumber } = "nobody-comes",
    PartFrom { number: TaskNumber, name: String, from: NaiveTime, window: Window } = "part-from",
    PartUntil { number: TaskNumber, name: String, until: NaiveTime, window: Window } = "part-until",
    PartFromUntil { number: TaskNumber, name: String, from: NaiveTime, until: NaiveTime, window: Window } = "part-from-until",
    PartCondition { number: TaskNumber, name: String, window: Window } = "part-condition",
    AcceptPart = "accept-part",
    RefusePart = "refuse-part",
    PartAccepted { number: TaskNumber, name: String } = "part-accepted",
    PartRefusedDone { number: TaskNumber, name: String } = "part-refused-done",
    PartSettled { number: TaskNumber } = "part-settled",
    AskUnreached { number: TaskNumber, name: String } = "ask-unreached",
    /// The requester can’t be written to.
    BringTheAnswer { number: TaskNumber, name: String, taken: u32, places: u32 } = "bring-the-answer",
    TellThem { number: TaskNumber, name: String } = "tell-them",
    WithdrawnSoon { number: TaskNumber, name: String, at: DayAndClock, asked: u32 } = "withdrawn-soon",
    SomebodyLate { number: TaskNumber, name: String } = "somebody-late",

    // On the page that a personal link opens.
    PageTitle = "page-title",
    PageGreeting = "page-greeting",
    PageBefore = "page-before",
    PageOpen = "page-open",
    PageOpenNote = "page-open-note",
    PageNumber { number: TaskNumber } = "page-number",
    PageDraft = "page-draft",
    PageNeed = "page-need",
    PageWhen = "page-when",
    PageZone = "page-zone",
    PageWhere = "page-where",
    PageWho = "page-who",
    PageNotes = "page-notes",
    PageTyped = "page-typed",
    PageNoPlace = "page-no-place",
    PageQuestions = "page-questions",
    PageChange = "page-change",
    PageChangeNote = "page-change-note",
    PageSave = "page-save",
    PageSaved = "page-saved",
    PageSavedTold = "page-saved-told",
    PageNothingChanged = "page-nothing-changed",
    /// The new address lies in another zone than the one that was asked.
    PageOtherZone { zone: String, asked: String } = "page-other-zone",
    PageKeepToYourself = "page-keep-to-yourself",
    PageSeen { at: DayAndClock, until: DayAndClock } = "page-seen",
    /// Why the page shows nothing: a heading and what to do.
    PageUnknown = "page-unknown",
    PageUnknownHelp = "page-unknown-help",
    PageExpired = "page-expired",
    PageExpiredHelp = "page-expired-help",
    PageExpiredDraftHelp = "page-expired-draft-help",
    PageWithdrawn = "page-withdrawn",
    PageWithdrawnHelp = "page-withdrawn-help",
    PageCancelled = "page-cancelled",
    PageCancelledHelp = "page-cancelled-help",
    PageTakenOver = "page-taken-over",
    PageTakenOverHelp = "page-taken-over-help",
    PageErased = "page-erased",
    PageErasedHelp = "page-erased-help",
    PageOtherBrowser = "page-other-browser",
    PageOtherBrowserHelp = "page-other-browser-help",
    PageNotYours = "page-not-yours",
    PageNotYoursHelp = "page-not-yours-help",
    PageTooMany = "page-too-many",
    PageTooManyHelp = "page-too-many-help",
    PageElsewhere = "page-elsewhere",
    PageElsewhereHelp = "page-elsewhere-help",
    PageFailed = "page-failed",
    PageFailedHelp = "page-failed-help",
}
