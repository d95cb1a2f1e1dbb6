//! Every text the dispatcher can say, with what stands in it. How it is said is in `locales/`.

use chrono::{NaiveDate, NaiveTime};
use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};

use super::argument::{Argument, Day, DayAndClock, KnownPhone, Names, Ore, Phone, Services, Stamp, Window};
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
    /// A button under a question to one person in a group.
    MeantFor { name: String } = "meant-for",
    /// Somebody hides who they are.
    AnswerAsYourself = "answer-as-yourself",
    /// A reply to a message that is not known.
    OldMessage = "old-message",
    OnlyWords = "only-words",
    /// To somebody who thanks, or says that all is well.
    YouAreWelcome = "you-are-welcome",
    UnknownCommand = "unknown-command",
    Help = "help",
    HelpVolunteer = "help-volunteer",
    /// To the contact of a club.
    HelpContact = "help-contact",
    HelpEverybody = "help-everybody",
    HelpStaff = "help-staff",
    HelpCoordinator = "help-coordinator",
    /// What somebody can do about themselves.
    HelpYourself = "help-yourself",
    /// The same to whoever is in no club.
    HelpYourselfNoClub = "help-yourself-no-club",
    HelpMunicipality = "help-municipality",
    /// Somebody who can't be written to asks in a group what is answered in private.
    AskMeInPrivate = "ask-me-in-private",
    UnknownNumber { number: TaskNumber } = "unknown-number",
    UnknownNumberOfStaff { number: TaskNumber } = "unknown-number-of-staff",
    NotUnderstoodHere = "not-understood-here",
    WhichNumber = "which-number",
    AndMore { more: u32 } = "and-more",
    StaysAsItIs = "stays-as-it-is",
    /// The no to leaving and to being erased.
    StayNo = "stay-no",
    WhichLanguage = "which-language",
    Bokmal = "bokmal",
    Nynorsk = "nynorsk",
    English = "english",
    LanguageSet = "language-set",
    Contact { name: String, phone: String } = "contact",
    ContactWho { who: Box<Message>, phone: String } = "contact-who",

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
    PrivacyWhole = "privacy-whole",
    /// Where there is no page with the whole.
    PrivacyAsk { name: String, phone: String } = "privacy-ask",
    JoinedAlready = "joined-already",
    CodeUnknown = "code-unknown",
    /// Somebody seems to be guessing.
    CodeTooMany = "code-too-many",
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
    MenuOpenTasks = "menu-open-tasks",
    MenuWhoComes = "menu-who-comes",
    MenuAway = "menu-away",
    MenuLeave = "menu-leave",
    MenuMyData = "menu-my-data",
    MenuEraseMe = "menu-erase-me",
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
    CardOffered { free: u32, places: u32 } = "card-offered",
    CardFull = "card-full",
    CardCancelled = "card-cancelled",
    CardTakenOver = "card-taken-over",
    CardOver = "card-over",
    CardOverEmpty = "card-over-empty",
    CardOverUnknown = "card-over-unknown",
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
    /// Somebody who has a place wanted to bring others.
    NoRoomForMore { number: TaskNumber, people: u32 } = "no-room-for-more",
    Queued { number: TaskNumber, service: ServiceKind, window: Window, position: u32, people: u32 } = "queued",
    /// Waits for a part of the task.
    QueuedForPart { number: TaskNumber, service: ServiceKind, window: Window, position: u32 } = "queued-for-part",
    /// The turn of somebody who waits for a part has come.
    PartTurn { number: TaskNumber } = "part-turn",
    /// Somebody offered a part, nobody has decided, and they say yes.
    WholeAfterAll { number: TaskNumber, window: Window } = "whole-after-all",
    WholeTime = "whole-time",
    /// Somebody offers to come when it is over.
    OverBefore { number: TaskNumber, window: Window, from: NaiveTime } = "over-before",
    /// Another task of the reader's at the same time.
    AlsoHolds { number: TaskNumber, window: Window } = "also-holds",
    /// The same of a condition.
    ConditionGone { number: TaskNumber, window: Window } = "condition-gone",
    OfferUndecided { number: TaskNumber } = "offer-undecided",
    /// There are places, but not enough for those who want to come together.
    QueuedTogether { number: TaskNumber, service: ServiceKind, window: Window, position: u32, people: u32 } = "queued-together",
    /// There are places, and reserves are being asked about them.
    QueuedBehind { number: TaskNumber, service: ServiceKind, window: Window, position: u32 } = "queued-behind",
    /// The same, and nobody waits before them but those who are being asked.
    QueuedNext { number: TaskNumber, service: ServiceKind, window: Window } = "queued-next",
    NotReserve = "not-reserve",
    DeclineNoted { number: TaskNumber } = "decline-noted",
    KeepsTurn { number: TaskNumber } = "keeps-turn",
    Withdrawn { number: TaskNumber, window: Window } = "withdrawn",
    /// Can’t come, being ill.
    WithdrawnIll { number: TaskNumber, name: String, window: Window } = "withdrawn-ill",
    PartialNoted { number: TaskNumber } = "partial-noted",
    NotApproved { service: ServiceKind, who: Box<Message>, phone: String } = "not-approved",
    /// Who answers, with what they are.
    WhoOnDuty { name: String } = "who-on-duty",
    WhoContact { name: String } = "who-contact",
    WhoTown { name: String } = "who-town",
    TooMany { most: u32 } = "too-many",
    TaskCancelled { number: TaskNumber } = "task-cancelled",
    TaskTakenOver { number: TaskNumber } = "task-taken-over",
    TaskOver { number: TaskNumber } = "task-over",
    MaybeNoted { number: TaskNumber } = "maybe-noted",
    NotUnderstood { number: TaskNumber } = "not-understood",
    /// A button: a message was read wrongly.
    Misread = "misread",
    MisreadMeant = "misread-meant",
    MisreadField = "misread-field",
    MisreadReply { text: String, read: Box<Message>, meant: Box<Message> } = "misread-reply",
    MisreadRequest { text: String, meant: Box<Message> } = "misread-request",
    MisreadKeep = "misread-keep",
    MisreadDrop = "misread-drop",
    MisreadKept = "misread-kept",
    MisreadDropped = "misread-dropped",
    MisreadNeedsChat = "misread-needs-chat",
    MeantYes = "meant-yes",
    MeantNo = "meant-no",
    MeantMaybe = "meant-maybe",
    MeantPart = "meant-part",
    MeantQuestion = "meant-question",
    MeantLate = "meant-late",
    MeantDone = "meant-done",
    MeantOther = "meant-other",
    WrongService = "wrong-service",
    WrongPeople = "wrong-people",
    WrongTime = "wrong-time",
    WrongPlace = "wrong-place",
    WhichTask = "which-task",
    IsItThisTask = "is-it-this-task",
    /// A button for all of several tasks.
    EachOfThem { tasks: u32 } = "each-of-them",
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
    /// What the reader has asked for.
    MyRequest { number: TaskNumber, service: ServiceKind, window: Window, taken: u32, places: u32 } = "my-request",
    AddressForThoseWhoCome = "address-for-those-who-come",
    AskContact { name: String, phone: String } = "ask-contact",
    MyPlace { number: TaskNumber, service: ServiceKind, window: Window } = "my-place",
    MyReserve { number: TaskNumber, service: ServiceKind, window: Window } = "my-reserve",
    OpenNumber { number: TaskNumber } = "open-number",
    WithdrawNumber { number: TaskNumber } = "withdraw-number",
    NoTasks = "no-tasks",
    FreeOn { number: TaskNumber, service: ServiceKind, window: Window, free: u32, places: u32 } = "free-on",
    ICanNumber { number: TaskNumber } = "i-can-number",
    NoneLackPeople = "none-lack-people",
    /// A task lacks people, and the reader's club is asked later.
    ClubAskedLater { number: TaskNumber, service: ServiceKind, window: Window, at: DayAndClock } = "club-asked-later",
    NobodyYet = "nobody-yet",
    /// Above a choice of tasks; others in the group may choose too.
    WhoComesToWhich = "who-comes-to-which",
    AwayWhen = "away-when",
    AwayOneDay { day: Day } = "away-one-day",
    AwayDays { from: Day, until: Day } = "away-days",
    /// To somebody in the duty rota.
    AwayFromDuty = "away-from-duty",
    /// Before the places that somebody who is away holds.
    YouHoldThen = "you-hold-then",
    /// The question about them, and what happens without an answer.
    AwayGivesBack { tasks: u32, at: DayAndClock } = "away-gives-back",
    AwayWithdrawn { numbers: Names } = "away-withdrawn",
    AwayKeeps { numbers: Names } = "away-keeps",
    /// The question came too late, or was answered.
    AwaySettled = "away-settled",
    /// Nothing was said, and so what was said stands.
    AwayGaveBack = "away-gave-back",
    AwayGaveBackHow { number: TaskNumber } = "away-gave-back-how",
    /// Before the places that somebody who is out of a group holds all the same.
    YouStillHold = "you-still-hold",
    NotReserveNumber { number: TaskNumber } = "not-reserve-number",
    WelcomeBack = "welcome-back",
    NotAway = "not-away",
    NothingToLeave = "nothing-to-leave",
    LeaveWhich = "leave-which",
    OrganisationLabel { name: String } = "organisation-label",
    LeaveSurely { name: String } = "leave-surely",
    LeaveGivesBack = "leave-gives-back",
    YouLeftGroup { title: String } = "you-left-group",
    LeaveYes = "leave-yes",
    Left { name: String } = "left",
    /// To the organisation's contact.
    SomebodyLeft { name: String, organisation: String } = "somebody-left",
    /// To the contact: one of the club's tasks, with who comes.
    ClubTask { number: TaskNumber, service: ServiceKind, window: Window, taken: u32, places: u32, names: Names } = "club-task",
    ClubHasNoTasks = "club-has-no-tasks",
    /// The contact says that somebody has left: asked back.
    TakeOutSurely { name: String, organisation: String } = "take-out-surely",
    TakeOutGivesBack = "take-out-gives-back",
    TakeOutWhom = "take-out-whom",
    TakeOutYes { name: String } = "take-out-yes",
    NobodyInClub { name: String } = "nobody-in-club",
    /// To whoever was taken out.
    TakenOut { organisation: String, by: String } = "taken-out",
    OwnDataInPrivate = "own-data-in-private",
    OwnDataCaption = "own-data-caption",
    OwnDataOnPage = "own-data-on-page",
    OwnDataOpen = "own-data-open",
    EraseSurely = "erase-surely",
    EraseGivesBack { places: u32 } = "erase-gives-back",
    EraseYes = "erase-yes",
    EraseNeedsSuccessor { municipality: String } = "erase-needs-successor",
    Erased = "erased",
    YouWerePutIn { number: TaskNumber, service: ServiceKind, window: Window, by: String } = "you-were-put-in",
    /// The one who asked corrected the address or what else is good to know.
    InfoChanged { number: TaskNumber } = "info-changed",
    CancelledForYou { number: TaskNumber, window: Window } = "cancelled-for-you",
    PartRefused { number: TaskNumber } = "part-refused",
    PartNotNeeded { number: TaskNumber } = "part-not-needed",

    // To and about people who can't be written to.
    /// In a group, to one person by name: what has become of their part in a task.
    MovedInGroup { name: String, number: TaskNumber, window: Window } = "moved-in-group",
    MovedInGroupReserve { name: String, number: TaskNumber, window: Window } = "moved-in-group-reserve",
    CancelledInGroup { name: String, number: TaskNumber, window: Window } = "cancelled-in-group",
    OfferGoneInGroup { name: String, number: TaskNumber } = "offer-gone-in-group",
    TakenOffInGroup { name: String, number: TaskNumber, window: Window } = "taken-off-in-group",
    PutInInGroup { name: String, number: TaskNumber, window: Window } = "put-in-in-group",
    OfferInGroup { name: String, number: TaskNumber, window: Window } = "offer-in-group",
    /// To whoever made the change, with full names and telephone numbers.
    TellYourself { names: Names } = "tell-yourself",
    /// Before the words that somebody could not be told.
    TellVolunteerThis { number: TaskNumber, name: String, phone: KnownPhone } = "tell-volunteer-this",
    /// To duty: somebody who comes has blocked the bot, or never let it write.
    CannotRemind { number: TaskNumber, service: ServiceKind, window: Window, name: String, phone: KnownPhone } = "cannot-remind",
    HistoryNotReached { name: String } = "history-not-reached",

    // Somebody with several places is ill.
    /// Before the places that they still have.
    IllOthers = "ill-others",
    IllTakeBack { tasks: u32 } = "ill-take-back",
    TakeBackNumber { number: TaskNumber } = "take-back-number",

    // Coming for a part, or on a condition.
    /// To duty, of somebody who has a place.
    HolderFrom { number: TaskNumber, name: String, from: NaiveTime, window: Window } = "holder-from",
    HolderUntil { number: TaskNumber, name: String, until: NaiveTime, window: Window } = "holder-until",
    HolderPartNoted { number: TaskNumber } = "holder-part-noted",
    /// To somebody who would come if nobody else could.
    PartWaits { number: TaskNumber } = "part-waits",

    // What happened at a task.
    /// To whoever wrote something that names the recipient or tells of health.
    RemovedHere = "removed-here",
    UrgentNoPhone { number: TaskNumber, name: String, words: String } = "urgent-no-phone",
    UrgentCallNoPhone { number: TaskNumber, name: String } = "urgent-call-no-phone",
    /// Under such a report that is told once more.
    UrgentUnanswered = "urgent-unanswered",
    /// To whoever reported it: one more has been told.
    UrgentPassedOn { number: TaskNumber, name: String, phone: KnownPhone } = "urgent-passed-on",
    /// Those who were told before somebody else is.
    UrgentSilent { names: Names } = "urgent-silent",
    /// To whoever reported it: everybody knows, and nobody has answered.
    UrgentNobody { number: TaskNumber, name: String, phone: String } = "urgent-nobody",
    /// A line among others.
    UrgentOpen { number: TaskNumber, name: String, at: DayAndClock } = "urgent-open",
    IFollowUpOn { number: TaskNumber } = "i-follow-up-on",
    FollowUpAsk { number: TaskNumber } = "follow-up-ask",
    AlarmOver { number: TaskNumber, name: String, words: String } = "alarm-over",
    AlarmOverUnquoted { number: TaskNumber, name: String } = "alarm-over-unquoted",
    HelpIsThere { number: TaskNumber, name: String, words: String } = "help-is-there",
    HelpIsThereUnquoted { number: TaskNumber, name: String } = "help-is-there-unquoted",
    AlarmOverNoted { number: TaskNumber } = "alarm-over-noted",
    HelpIsThereNoted { number: TaskNumber } = "help-is-there-noted",
    /// The same of harm that belonged to no task.
    ByTheWayOver { name: String } = "by-the-way-over",
    ByTheWayHelp { name: String } = "by-the-way-help",
    ByTheWayNoted = "by-the-way-noted",
    /// A report from a task that is under way.
    DeviationNow { number: TaskNumber, name: String, words: String } = "deviation-now",
    DeviationNowCall { number: TaskNumber, name: String, phone: String } = "deviation-now-call",
    DeviationNowNoPhone { number: TaskNumber, name: String } = "deviation-now-no-phone",
    DeviationToTellNow { number: TaskNumber, name: String, phone: String } = "deviation-to-tell-now",
    /// To staff who reported harm: who has been told, and how to reach those who come.
    StaffReported { number: TaskNumber, name: String, phone: String } = "staff-reported",
    /// Under an answer that was not sent on.
    DeviationAnswerNotHealth = "deviation-answer-not-health",
    /// To somebody who says that a part is done, or soon will be.
    ProgressNoted { number: TaskNumber } = "progress-noted",
    PartDoneAsk { number: TaskNumber } = "part-done-ask",
    EverythingDone = "everything-done",
    StillAtIt = "still-at-it",
    /// To somebody who was reported as missing and says that they were there.
    AfterAll { number: TaskNumber } = "after-all",
    DeviationAnswerKeptNoPhone { number: TaskNumber, name: String } = "deviation-answer-kept-no-phone",
    /// What the report was that nobody answered.
    DeviationWords { words: String } = "deviation-words",
    /// To somebody who wrote something else than a yes or no under a full card.
    CoveredStandBy { number: TaskNumber } = "covered-stand-by",

    // How the unit's calls went.
    /// Under a question in a group that somebody answered by a button.
    AnsweredBy { name: String, answer: Box<Message> } = "answered-by",
    /// To staff who answered the request to ring in words that were not understood.
    CallHowItWent { number: TaskNumber } = "call-how-it-went",
    /// To staff who told more than how the call went.
    NewsPassedOn { number: TaskNumber } = "news-passed-on",
    CallFailedUntil { number: TaskNumber, at: DayAndClock } = "call-failed-until",
    /// It was said already that nobody answered.
    CallFailedKnown { number: TaskNumber, at: DayAndClock } = "call-failed-known",
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
    /// What was not understood may be meant for those who come.
    MayBeNote = "may-be-note",
    KeepAsNote = "keep-as-note",
    /// A part of a change that was not understood.
    SomeLeftOut = "some-left-out",
    SomeLeftOutOf { number: TaskNumber } = "some-left-out-of",
    StandsSoAlready = "stands-so-already",
    /// Of a draft: the address, or the name of the one who is helped, is another than before.
    AddressChanged = "address-changed",
    NameChanged = "name-changed",
    /// What was said to be needed no more fits nothing that was sent.
    NothingToCancel = "nothing-to-cancel",
    /// In answer to whether somebody answered, while the need was not sent.
    NotSentYet { service: ServiceKind } = "not-sent-yet",
    /// Under a question in a group.
    AnswerThis = "answer-this",
    DidNotUnderstand = "did-not-understand",
    /// A need that is not sent yet, in the list of one's own.
    MyDraft { service: ServiceKind, window: Window } = "my-draft",
    /// The same where its time is not known.
    MyDraftOpen { service: ServiceKind } = "my-draft-open",
    /// A need came from another system, and something is missing.
    FromElsewhere = "from-elsewhere",
    DraftChanged = "draft-changed",
    DraftGone = "draft-gone",
    SentAlready { number: TaskNumber } = "sent-already",
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
    /// Of a need that must be covered.
    AskPlace = "ask-place",
    AskZone = "ask-zone",
    AskZoneOfPlace = "ask-zone-of-place",
    People { people: u32 } = "people",
    Today = "today",
    Tomorrow = "tomorrow",
    Day { day: Day } = "day",
    ClockLabel { at: NaiveTime } = "clock-label",
    Minutes { minutes: u32 } = "minutes",
    Hours { hours: u32 } = "hours",
    ZoneLabel { zone: String } = "zone-label",
    MostPeople { most: u32 } = "most-people",
    HealthWordsLeftOut = "health-words-left-out",
    BadDate = "bad-date",
    TimeIsPast = "time-is-past",
    /// When the first group is asked, after what was sent in the night.
    GroupSeesIt { at: DayAndClock } = "group-sees-it",
    NoteAdded = "note-added",
    AddressOnItsPage { number: TaskNumber } = "address-on-its-page",
    AddressByDuty { number: TaskNumber } = "address-by-duty",
    SettledBy { name: String } = "settled-by",
    /// A need that waited for its turn until its time was over.
    NeverSent { service: ServiceKind, day: Day } = "never-sent",
    DraftWaits = "draft-waits",
    NotSentInTime = "not-sent-in-time",
    AlsoWaits { service: ServiceKind, day: Day } = "also-waits",
    NearlyAYear { day: Box<Message> } = "nearly-a-year",
    SeveralNeeds = "several-needs",
    /// Several needs in one message are taken in turn.
    OneByOne { count: u32 } = "one-by-one",
    /// There were more of them than are taken from one message.
    MostNeeds { count: u32 } = "most-needs",
    /// A need was begun over another that is not sent.
    /// A need that was begun, told apart from others.
    DraftOfDay { service: ServiceKind, day: Day, at: NaiveTime } = "draft-of-day",
    DraftWritten { service: ServiceKind, at: NaiveTime } = "draft-written",
    NextNeedWritten { draft: Box<Message> } = "next-need-written",
    NotReadyToSend = "not-ready-to-send",
    SendThatOne { draft: Box<Message> } = "send-that-one",
    WhichDraftIsMeant = "which-draft-is-meant",
    DiscardedAll = "discarded-all",
    PutAside { service: ServiceKind } = "put-aside",
    /// Before the need that waited for its turn.
    NextNeed = "next-need",
    NextNeedOf { service: ServiceKind } = "next-need-of",
    OnlyFirstOccurrence = "only-first-occurrence",
    RefusedNotOffered = "refused-not-offered",
    RefusedNoAgreement = "refused-no-agreement",
    RefusedNobodyReachable = "refused-nobody-reachable",
    /// Nobody who would have to act on an empty place can be written to; who would be.
    RefusedNobodyActs { names: Names } = "refused-nobody-acts",
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
    DryStillEmpty { at: DayAndClock, name: String } = "dry-still-empty",
    DryRemindAgain { at: DayAndClock, name: String } = "dry-remind-again",
    DryLastCall { at: DayAndClock } = "dry-last-call",
    DryNotCovered { at: DayAndClock } = "dry-not-covered",
    DrySqueezed = "dry-squeezed",
    /// Under a step that would reach nobody now.
    DryMisses = "dry-misses",
    Filled { number: TaskNumber, window: Window, names: Names, organisations: Names } = "filled",
    /// The same message, as it reads while a reserve is being asked about a place that came free.
    FilledButReserve { number: TaskNumber, window: Window, free: u32 } = "filled-but-reserve",
    AnswerSome { number: TaskNumber, window: Window, taken: u32, places: u32, names: Names, organisations: Names } = "answer-some",
    AnswerNobody { number: TaskNumber, window: Window } = "answer-nobody",
    /// The promised answer when the task has begun already.
    AnswerTooLate { number: TaskNumber, window: Window, taken: u32, places: u32 } = "answer-too-late",
    /// The same where somebody on duty has taken it.
    AnswerHeld { number: TaskNumber, window: Window, name: String, phone: Phone } = "answer-held",
    /// A place came free once the task had begun.
    HoleOnceBegun { number: TaskNumber, window: Window, at: DayAndClock } = "hole-once-begun",
    /// It begins, and nobody has been found.
    NotCovered { number: TaskNumber, window: Window, taken: u32, places: u32 } = "not-covered",
    /// To the unit, when whoever asked stays silent.
    UnitStillEmpty { number: TaskNumber, service: ServiceKind, missing: u32, places: u32, window: Window } = "unit-still-empty",
    EnoughAsItIs = "enough-as-it-is",
    WeFillTheRest = "we-fill-the-rest",
    WeDoItOurselves = "we-do-it-ourselves",
    /// Under the answer: somebody on duty has taken the task.
    IsOnIt { name: String, at: DayAndClock } = "is-on-it",
    AnswerMoved { number: TaskNumber, at: DayAndClock } = "answer-moved",
    TownTookIt { number: TaskNumber, name: String } = "town-took-it",
    TownFillsRest { number: TaskNumber, rest: u32, name: String } = "town-fills-rest",
    WasCancelled { number: TaskNumber, name: String } = "was-cancelled",
    /// The same two with what it is and when: whoever has asked for several does not know them by number.
    TownTookThis { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "town-took-this",
    ThisWasCancelled { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "this-was-cancelled",

    // To coordinators.
    Hole { number: TaskNumber, service: ServiceKind, missing: u32, places: u32, window: Window } = "hole",
    /// The same once the task has begun.
    HoleBegun { number: TaskNumber, service: ServiceKind, missing: u32, places: u32 } = "hole-begun",
    /// Who gave their place back, or is not there.
    NotComing { names: Names } = "not-coming",
    ReserveAsked { name: String, until: DayAndClock } = "reserve-asked",
    /// Whoever asked has had the answer and not said what is to be done.
    RequesterSilent { name: String } = "requester-silent",
    LastCall { at: DayAndClock } = "last-call",
    /// To somebody on duty: it begins, and whoever asked has been told that it is not covered.
    NotCoveredDuty { number: TaskNumber, service: ServiceKind, missing: u32, places: u32, name: String, phone: Phone } = "not-covered-duty",
    DutySilent { name: String } = "duty-silent",
    AskedNow { name: String } = "asked-now",
    HasPlaceAlready { number: TaskNumber, name: String } = "has-place-already",
    /// Words after a hole that were not understood: its buttons again.
    HoleNotUnderstood { number: TaskNumber } = "hole-not-understood",
    DeputySilent { name: String } = "deputy-silent",
    AskedAnswers { name: String, yes: u32, no: u32 } = "asked-answers",
    /// Of those who were asked, these would come for a part or on a condition, and nobody has decided.
    AskedAnswersBut { name: String, yes: u32, but: u32, no: u32 } = "asked-answers-but",
    AskedOnlyBut { name: String, but: u32 } = "asked-only-but",
    AskedSilent { name: String } = "asked-silent",
    Unreached { names: Names } = "unreached",
    PromisedAt { at: DayAndClock } = "promised-at",
    /// In place of the promise, once the answer has been given.
    RequesterKnows = "requester-knows",
    /// A reserve who is asked about a place.
    BeingAsked { name: String, until: DayAndClock } = "being-asked",
    TakeIt = "take-it",
    /// The same where a message has several tasks.
    TakeNumber { number: TaskNumber } = "take-number",
    AskOrganisation { name: String } = "ask-organisation",
    PutIn = "put-in",
    Extend = "extend",
    TownTakesIt = "town-takes-it",
    CancelTask = "cancel-task",
    HoldUntilWhen { number: TaskNumber } = "hold-until-when",
    Until { at: NaiveTime } = "until",
    TooLateToHold { number: TaskNumber } = "too-late-to-hold",
    /// To whoever takes it and has chosen no time.
    HeldAWhile { number: TaskNumber, at: DayAndClock } = "held-a-while",
    /// To somebody else who would take it.
    HeldAlready { number: TaskNumber, name: String, phone: KnownPhone, at: DayAndClock } = "held-already",
    /// To the next who is rung: whoever took it has let it lie.
    HadIt { name: String } = "had-it",
    HeldUntil { number: TaskNumber, at: DayAndClock } = "held-until",
    HeldToTheEnd { number: TaskNumber } = "held-to-the-end",
    /// To the others who were rung about it.
    HeldBy { number: TaskNumber, name: String, at: DayAndClock } = "held-by",
    HoldTooLong { number: TaskNumber, starts: DayAndClock } = "hold-too-long",
    ExtendToWhen { number: TaskNumber, at: DayAndClock } = "extend-to-when",
    ExtendBetween { number: TaskNumber, from: DayAndClock, latest: DayAndClock } = "extend-between",
    /// To the requester, who moved it.
    ExtendedOwn { number: TaskNumber, at: DayAndClock } = "extended-own",
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
    PartConditionWords { number: TaskNumber, name: String, window: Window, words: String } = "part-condition-words",
    AcceptPart = "accept-part",
    RefusePart = "refuse-part",
    /// Under a hole: an offer that nobody has decided.
    WaitsFrom { name: String, from: NaiveTime } = "waits-from",
    WaitsUntil { name: String, until: NaiveTime } = "waits-until",
    WaitsFromUntil { name: String, from: NaiveTime, until: NaiveTime } = "waits-from-until",
    WaitsOnCondition { name: String } = "waits-on-condition",
    AcceptName { name: String } = "accept-name",
    RefuseName { name: String } = "refuse-name",
    AcceptNameOn { number: TaskNumber, name: String } = "accept-name-on",
    RefuseNameOn { number: TaskNumber, name: String } = "refuse-name-on",
    ProposePart { number: TaskNumber, offer: Box<Message> } = "propose-part",
    /// To whoever offered a part, or would come on a condition: it is over, and nobody decided.
    PartUndecided { number: TaskNumber } = "part-undecided",
    /// In the promised answer: so many have offered a part, or would come on a condition.
    OffersWait { offers: u32 } = "offers-wait",
    ThumbTakenBackReserve { number: TaskNumber } = "thumb-taken-back-reserve",
    StillReserve = "still-reserve",
    /// To somebody who can't come and says that somebody of theirs can.
    WhoElseCan { number: TaskNumber } = "who-else-can",
    /// The same in a group, where nobody is asked for a name.
    LetThemAnswer { name: String, number: TaskNumber } = "let-them-answer",
    /// To duty: whom they have named.
    AnotherCan { number: TaskNumber, window: Window, name: String, words: String } = "another-can",
    /// The same of somebody whom they say one may ask.
    AnotherTip { number: TaskNumber, window: Window, name: String, words: String } = "another-tip",
    TipPassedOn { number: TaskNumber } = "tip-passed-on",
    /// To whoever somebody has named to come in their place: whether they do.
    InsteadAsk { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "instead-ask",
    /// To whoever named them.
    InsteadAsked { number: TaskNumber, name: String } = "instead-asked",
    /// To duty: who was named in whose place, and is asked.
    InsteadTold { number: TaskNumber, window: Window, name: String, other: String } = "instead-told",
    /// To whoever comes if it is needed: it is.
    ItIsNeeded { number: TaskNumber, service: ServiceKind, window: Window } = "it-is-needed",
    /// To whoever said "both" of a task with several places.
    BothOfOne { number: TaskNumber } = "both-of-one",
    AnotherPassedOn { number: TaskNumber } = "another-passed-on",
    /// To whoever is doing something about a hole that has become smaller.
    PartlyFilled { number: TaskNumber, names: Names, missing: u32, places: u32 } = "partly-filled",
    /// Before the same question, asked again.
    StillWaits { name: String } = "still-waits",
    PartAccepted { number: TaskNumber, name: String } = "part-accepted",
    PartRefusedDone { number: TaskNumber, name: String } = "part-refused-done",
    PartSettled { number: TaskNumber } = "part-settled",
    AskUnreached { number: TaskNumber, name: String } = "ask-unreached",
    /// The requester can’t be written to.
    BringTheAnswer { number: TaskNumber, name: String, phone: KnownPhone, taken: u32, places: u32 } = "bring-the-answer",
    /// Whoever asked is erased.
    AnswerForNobody { number: TaskNumber, taken: u32, places: u32 } = "answer-for-nobody",
    /// Before the words themselves.
    TellThemThis { number: TaskNumber, name: String, phone: KnownPhone } = "tell-them-this",
    TellThem { number: TaskNumber, name: String } = "tell-them",
    WithdrawnSoon { number: TaskNumber, name: String, at: DayAndClock, asked: u32 } = "withdrawn-soon",
    SomebodyLate { number: TaskNumber, name: String } = "somebody-late",
    /// Somebody who holds a place went out of the group and can’t be written to.
    LeftGroupUnasked { number: TaskNumber, name: String, title: String } = "left-group-unasked",
    /// Whoever asked for it has been erased.
    RequesterGone { number: TaskNumber } = "requester-gone",
    DayNotForYou = "day-not-for-you",
    DayEmpty { day: NaiveDate } = "day-empty",
    DayHead { day: NaiveDate, tasks: u32, covered: u32, missing: u32 } = "day-head",
    DayNobody { number: TaskNumber, service: ServiceKind, at: NaiveTime, places: u32 } = "day-nobody",
    DayLacks { number: TaskNumber, service: ServiceKind, at: NaiveTime, missing: u32, places: u32, names: Names } = "day-lacks",
    DayCovered { number: TaskNumber, service: ServiceKind, at: NaiveTime, names: Names } = "day-covered",
    /// The groups have just been asked.
    ProposeWaitForGroups { number: TaskNumber, asked: DayAndClock, until: DayAndClock } = "propose-wait-for-groups",
    ProposeWait { number: TaskNumber, name: String, until: DayAndClock } = "propose-wait",
    ProposeAsk { number: TaskNumber, name: String } = "propose-ask",
    /// In a list about several tasks: what has become of one.
    OfTask { number: TaskNumber, what: Box<Message> } = "of-task",
    ProposePutIn { number: TaskNumber } = "propose-put-in",
    ProposeRing { number: TaskNumber, name: String, phone: KnownPhone } = "propose-ring",
    AskAbout { number: TaskNumber, name: String } = "ask-about",
    PutInOn { number: TaskNumber } = "put-in-on",
    DayTakenOver { number: TaskNumber, service: ServiceKind, at: NaiveTime } = "day-taken-over",
    LackingTomorrow { numbers: Names } = "lacking-tomorrow",
    HistoryNotForYou = "history-not-for-you",
    HistoryEarlier = "history-earlier",
    HistoryLine { at: Stamp, who: Box<Message>, what: Box<Message> } = "history-line",
    /// Nobody did it: its time had come, or it followed from something else.
    HistoryBySystem = "history-by-system",
    HistoryBy { name: String, channel: Box<Message> } = "history-by",
    ChannelTelegram = "channel-telegram",
    ChannelLocal = "channel-local",
    ChannelApi = "channel-api",
    ChannelOther = "channel-other",
    HistoryOpened { places: u32 } = "history-opened",
    HistoryPlaced { name: String, people: u32 } = "history-placed",
    HistoryQueued { name: String } = "history-queued",
    HistoryPart { name: String } = "history-part",
    HistoryPartPlaced { name: String } = "history-part-placed",
    HistoryDeclined { name: String } = "history-declined",
    HistoryTakenOff { name: String } = "history-taken-off",
    HistoryWithdrew { name: String } = "history-withdrew",
    HistorySilent { name: String } = "history-silent",
    HistoryAllOrNone { name: String } = "history-all-or-none",
    HistoryOffered { name: String, until: DayAndClock } = "history-offered",
    HistoryOfferAccepted { name: String } = "history-offer-accepted",
    HistoryOfferRefused { name: String } = "history-offer-refused",
    HistoryOfferDeclined { name: String } = "history-offer-declined",
    HistoryOfferExpired { name: String } = "history-offer-expired",
    HistoryOfferVoid { name: String } = "history-offer-void",
    HistoryStepReached { step: Box<Message> } = "history-step-reached",
    HistoryStepNobody { step: Box<Message> } = "history-step-nobody",
    HistoryStepSkipped { step: Box<Message> } = "history-step-skipped",
    HistoryHuntAgain { at: DayAndClock } = "history-hunt-again",
    HistoryHeld { name: String, until: DayAndClock } = "history-held",
    HistoryActing { name: String, until: DayAndClock } = "history-acting",
    HistoryAskedAgain { name: String } = "history-asked-again",
    HistoryReleased = "history-released",
    HistoryPromiseMoved { at: DayAndClock } = "history-promise-moved",
    HistoryPlacesChanged { places: u32 } = "history-places-changed",
    HistoryPlacesWanted { places: u32 } = "history-places-wanted",
    HistoryPlacesAllWanted = "history-places-all-wanted",
    HistoryMoved { window: Window } = "history-moved",
    /// Something asked about somebody who comes, or answered. `mark`: its name in the code.
    HistoryMark { name: String, mark: String } = "history-mark",
    /// The same about the task as a whole.
    HistoryTaskMark { mark: String } = "history-task-mark",
    HistoryToldFilled = "history-told-filled",
    HistoryToldShort = "history-told-short",
    HistoryReopened = "history-reopened",
    HistoryTakenOver = "history-taken-over",
    HistoryCancelled = "history-cancelled",
    HistoryEnded = "history-ended",
    /// A kind of change that this version does not know.
    HistoryOther { what: String } = "history-other",
    StepAsk { name: String } = "step-ask",
    StepRemind = "step-remind",
    StepStandby = "step-standby",
    StepDuty = "step-duty",
    StepDeputy = "step-deputy",
    StepContact = "step-contact",
    StepAnswer = "step-answer",
    StepStillEmpty = "step-still-empty",
    StepRemindAgain = "step-remind-again",
    StepLastCall = "step-last-call",
    StepNotCovered = "step-not-covered",
    StepOther { step: u32 } = "step-other",

    // From the yes until it is done.
    // To those who come.
    ConfirmAsk { number: TaskNumber, service: ServiceKind, window: Window } = "confirm-ask",
    ConfirmAgain { number: TaskNumber, window: Window } = "confirm-again",
    IComeButton = "i-come",
    ConfirmedThanks { number: TaskNumber } = "confirmed",
    StandInAsk { number: TaskNumber, service: ServiceKind, window: Window } = "stand-in-ask",
    StandsReadyNoted { number: TaskNumber } = "stands-ready",
    StandInRefusedNoted { number: TaskNumber } = "stand-in-refused",
    StartReminder { number: TaskNumber, service: ServiceKind, window: Window } = "start-reminder",
    IAmLate = "i-am-late",
    HowLate { number: TaskNumber } = "how-late",
    LateMinutes { minutes: u32 } = "late-minutes",
    LateUntilNoted { number: TaskNumber, at: NaiveTime } = "late-until-noted",
    CheckInAsk { number: TaskNumber, service: ServiceKind } = "check-in-ask",
    CheckInAgain { number: TaskNumber } = "check-in-again",
    IAmThere = "i-am-there",
    /// Somebody was reported as not there.
    MissedThere { number: TaskNumber } = "missed-there",
    CheckedInNoted { number: TaskNumber } = "checked-in",
    CompletionAsk { number: TaskNumber } = "completion-ask",
    SomethingHappened = "something-happened",
    CompletedThanks { number: TaskNumber, name: String } = "completed-thanks",
    CompletedThanksClub { number: TaskNumber, name: String, amount: Ore, year: Ore } = "completed-thanks-club",
    WhatHappened { number: TaskNumber } = "what-happened",
    /// Somebody may be in danger.
    RingEmergency { name: String, phone: String } = "ring-emergency",
    ReportedNow { number: TaskNumber, name: String, phone: String } = "reported-now",
    /// Harm that somebody speaks of who is at no task.
    UrgentByTheWay { name: String, phone: String } = "urgent-by-the-way",
    UrgentByTheWayNoPhone { name: String } = "urgent-by-the-way-no-phone",
    Urgent { number: TaskNumber, name: String, words: String, phone: Phone } = "urgent",
    UrgentCall { number: TaskNumber, name: String, phone: Phone } = "urgent-call",
    PersonIsDone { number: TaskNumber, name: String } = "person-is-done",
    DeviationNoPhone { number: TaskNumber, name: String, at: DayAndClock } = "deviation-no-phone",
    DeviationToTell { number: TaskNumber, at: DayAndClock } = "deviation-to-tell",
    HoleAgain { number: TaskNumber, window: Window, free: u32, at: DayAndClock } = "hole-again",
    WithdrawnNow { number: TaskNumber } = "withdrawn-now",
    DutyYoursAlready { at: DayAndClock } = "duty-yours-already",
    NoLongerSo = "no-longer-so",
    DeviationNoted { number: TaskNumber, at: DayAndClock } = "deviation-noted",
    DeviationAnswered { number: TaskNumber, name: String, words: String } = "deviation-answered",
    DeviationFollowed { number: TaskNumber, name: String } = "deviation-followed",
    MoveAsk { number: TaskNumber, service: ServiceKind, window: Window } = "move-ask",
    MoveToldReserve { number: TaskNumber, window: Window } = "move-told-reserve",
    ItSuits = "it-suits",
    StepDownAsk { number: TaskNumber, window: Window } = "step-down-ask",
    IStepDown = "i-step-down",
    IStay = "i-stay",
    StaysNoted { number: TaskNumber } = "stays-noted",
    SteppedDown { number: TaskNumber } = "stepped-down",
    TakenOffBy { number: TaskNumber, by: String, window: Window } = "taken-off-by",
    // To somebody on duty.
    Unconfirmed { number: TaskNumber, service: ServiceKind, window: Window, names: Names } = "unconfirmed",
    UnconfirmedUnreached { number: TaskNumber, service: ServiceKind, window: Window, name: String, phone: Phone } = "unconfirmed-unreached",
    PhoneOf { name: String, phone: String } = "phone-of",
    NoPhone = "no-phone",
    ReadyReserves { names: Names } = "ready-reserves",
    PersonComes { name: String } = "person-comes",
    /// The same where a message has several tasks.
    PersonComesOn { number: TaskNumber, name: String } = "person-comes-on",
    PersonDoesNotComeOn { number: TaskNumber, name: String } = "person-does-not-come-on",
    PersonDoesNotCome { name: String } = "person-does-not-come",
    PersonConfirmed { number: TaskNumber, name: String } = "person-confirmed",
    PersonTakenOff { number: TaskNumber, name: String } = "person-taken-off",
    NoShow { number: TaskNumber, service: ServiceKind, at: DayAndClock, names: Names } = "no-show",
    OthersThere { names: Names } = "others-there",
    PersonThere { name: String } = "person-there",
    PersonAbsent { name: String } = "person-absent",
    PersonIsThere { number: TaskNumber, name: String } = "person-is-there",
    PersonWasAbsent { number: TaskNumber, name: String } = "person-was-absent",
    LateTold { number: TaskNumber, name: String, at: NaiveTime } = "late-told",
    CompletionMissed { number: TaskNumber, service: ServiceKind, window: Window } = "completion-missed",
    ItWasDone = "it-was-done",
    ItWasNotDone = "it-was-not-done",
    /// Somebody has said that something happened, and nobody whether it was done.
    CompletionUnclear { number: TaskNumber, service: ServiceKind, window: Window } = "completion-unclear",
    /// To whoever told what happened.
    WasItDone { number: TaskNumber } = "was-it-done",
    YesItWasDone = "yes-it-was-done",
    NoItWasNot = "no-it-was-not",
    NotDoneNoted { number: TaskNumber } = "not-done-noted",
    /// To whoever asked. `name`: who says so.
    TaskNotFinished { number: TaskNumber, name: String } = "task-not-finished",
    NobodyCame = "nobody-came",
    /// The same where a message has several tasks.
    DoneOn { number: TaskNumber } = "done-on",
    NobodyCameOn { number: TaskNumber } = "nobody-came-on",
    DoneByDuty { number: TaskNumber } = "done-noted-by-duty",
    NobodyCameNoted { number: TaskNumber } = "nobody-came-noted",
    // To the unit, and to whoever asked.
    CallComing { number: TaskNumber, names: Names, organisations: Names, at: DayAndClock } = "call-coming",
    CallComingAnew { number: TaskNumber, names: Names, organisations: Names, at: DayAndClock } = "call-coming-anew",
    /// The same once it has begun.
    CallComingLate { number: TaskNumber, names: Names, organisations: Names } = "call-coming-late",
    /// Whoever should have come does not, and others are looked for.
    CallSearching { number: TaskNumber } = "call-searching",
    /// The recipient has not been told of anybody, and waits all the same.
    CallNobodyFound { number: TaskNumber, at: DayAndClock } = "call-nobody-found",
    CallNobody { number: TaskNumber, at: DayAndClock } = "call-nobody",
    CallNoShow { number: TaskNumber, at: DayAndClock } = "call-no-show",
    CallMade = "call-made",
    CallFailed = "call-failed",
    CallMadeNoted { number: TaskNumber } = "call-made-noted",
    CallFailedNoted { number: TaskNumber } = "call-failed-noted",
    CallFailedLast { number: TaskNumber } = "call-failed-last",
    CallSettled { number: TaskNumber } = "call-settled",
    RecipientNotReached { number: TaskNumber, at: DayAndClock } = "recipient-not-reached",
    CallUnanswered { number: TaskNumber } = "call-unanswered",
    CallUnreachedUnit { number: TaskNumber } = "call-unreached-unit",
    VerdictAsk { number: TaskNumber, service: ServiceKind, window: Window } = "verdict-ask",
    VerdictSoSoButton = "verdict-so-so",
    VerdictNoted { number: TaskNumber } = "verdict-noted",
    VerdictLater { number: TaskNumber } = "verdict-later",
    VerdictGivenUp { number: TaskNumber } = "verdict-given-up",
    TaskDone { number: TaskNumber } = "task-done",
    TaskDoneWith { number: TaskNumber, words: String } = "task-done-with",
    TaskDoneAsk { number: TaskNumber, name: String, phone: Phone } = "task-done-ask",
    TaskNotDone { number: TaskNumber, window: Window } = "task-not-done",
    Deviation { number: TaskNumber, name: String, words: String, at: DayAndClock } = "deviation",
    DeviationCall { number: TaskNumber, name: String, phone: Phone, at: DayAndClock } = "deviation-call",
    IFollowUp = "i-follow-up",
    FollowUpNoted { number: TaskNumber, name: String } = "follow-up-noted",
    DeviationAnswerSent { number: TaskNumber, name: String } = "deviation-answer-sent",
    /// To somebody whose answer named the recipient.
    DeviationAnswerKept { number: TaskNumber, name: String, phone: Phone } = "deviation-answer-kept",
    DeviationUnanswered { number: TaskNumber, name: String, reporter: String } = "deviation-unanswered",
    // Changing and cancelling what was asked for.
    ChangeTask = "change-button",
    ChangeHow { number: TaskNumber } = "change-how",
    MoveSurely { number: TaskNumber, window: Window } = "move-surely",
    PlacesSurely { number: TaskNumber, places: u32 } = "places-surely",
    ChangeSurely = "change-surely",
    TaskMoved { number: TaskNumber, window: Window } = "task-moved",
    TaskMovedAsked { names: Names } = "task-moved-asked",
    TaskMovedPromise { at: DayAndClock } = "task-moved-promise",
    CannotMovePast { number: TaskNumber } = "cannot-move-past",
    MorePlaces { number: TaskNumber, places: u32 } = "more-places",
    FewerPlacesNow { number: TaskNumber, places: u32 } = "fewer-places-now",
    FewerPlacesAsked { number: TaskNumber, name: String } = "fewer-places-asked",
    AllStay { number: TaskNumber, coming: u32 } = "all-stay",
    /// As many come as are wanted, since somebody stepped down or withdrew.
    AsManyAsWanted { number: TaskNumber, window: Window, names: Names } = "as-many-as-wanted",
    /// To whoever was asked to step down.
    NeededAfterAll { number: TaskNumber, window: Window } = "needed-after-all",
    YouAreNeeded { number: TaskNumber } = "you-are-needed",
    /// The same in the night, with when they are asked.
    TaskMovedAskedAt { names: Names, at: DayAndClock } = "task-moved-asked-at",
    CancelledToldAt { number: TaskNumber, at: DayAndClock } = "cancelled-told-at",
    NothingChanged { number: TaskNumber } = "nothing-changed",
    /// Somebody on duty has said that somebody does not come.
    TakeOffSurely { number: TaskNumber, name: String, window: Window } = "take-off-surely",
    TakeOffYes = "take-off-yes",
    TakeOffWhom = "take-off-whom",
    TakeOffLabel { name: String, number: TaskNumber } = "take-off-label",
    NobodyToTakeOff { number: TaskNumber, names: Names } = "nobody-to-take-off",
    /// To whoever has said that another does not come; what they may not decide.
    ReportedAway { number: TaskNumber, name: String } = "reported-away",
    /// The same: the other can't be written to.
    ReportedAwayPassedOn { number: TaskNumber, name: String } = "reported-away-passed-on",
    /// To the one of whom it was said.
    ReportedAwayAsk { number: TaskNumber, service: ServiceKind, window: Window, by: String } = "reported-away-ask",
    /// To whoever is on duty.
    ReportedAwayDuty { number: TaskNumber, service: ServiceKind, window: Window, name: String, by: String } = "reported-away-duty",
    ReportedAwayUnasked { number: TaskNumber, service: ServiceKind, window: Window, name: String, by: String, phone: Phone } = "reported-away-unasked",
    /// To whoever said it, where it is night: when the other is asked.
    ReportedAwayAt { number: TaskNumber, name: String, at: DayAndClock } = "reported-away-at",
    /// The same where nobody on duty can be told.
    ReportedAwayAskedOnly { number: TaskNumber, name: String } = "reported-away-asked-only",
    ReportedAwayNobody { number: TaskNumber, name: String } = "reported-away-nobody",
    /// One more says it, or the same one again, while the other has not answered.
    ReportedAwayKnown { number: TaskNumber, name: String } = "reported-away-known",
    ReportedAwayAgain { number: TaskNumber, name: String } = "reported-away-again",
    /// The same to duty.
    AlsoSaidBy { number: TaskNumber, name: String, by: String } = "also-said-by",
    AlsoSaidByContact { number: TaskNumber, name: String, by: String, organisation: String } = "also-said-by-contact",
    /// To the one who is said not to be there.
    ReportedMissingAsk { number: TaskNumber, service: ServiceKind, by: String } = "reported-missing-ask",
    /// The task is over, and somebody says that another did not come: to the other, to duty and whoever asked, and to the one who said it.
    ReportedAbsentAsk { number: TaskNumber, service: ServiceKind, by: String } = "reported-absent-ask",
    IWasThere = "i-was-there",
    IWasNotThere = "i-was-not-there",
    ReportedAbsentDuty { number: TaskNumber, service: ServiceKind, window: Window, name: String, by: String } = "reported-absent-duty",
    ReportedAbsent { number: TaskNumber, name: String } = "reported-absent",
    ReportedAbsentUnasked { number: TaskNumber, name: String } = "reported-absent-unasked",
    ReportedAbsentKnown { number: TaskNumber, name: String } = "reported-absent-known",
    /// What the other said of it, to them, to duty, and to whoever said it.
    WasThereNoted { number: TaskNumber } = "was-there-noted",
    WasNotThereNoted { number: TaskNumber } = "was-not-there-noted",
    SaysWasThere { number: TaskNumber, name: String } = "says-was-there",
    SaysWasNotThere { number: TaskNumber, name: String } = "says-was-not-there",
    /// To staff whose answer to a report names somebody else than whoever told it last, or several: who waits for one.
    AnswerForWhom { names: Names } = "answer-for-whom",
    /// The recipient is not to be rung any more: to whoever said why, and to duty.
    NotToBeRungNoted { number: TaskNumber } = "not-to-be-rung-noted",
    NotToBeRung { number: TaskNumber, name: String } = "not-to-be-rung",
    /// To the unit, which was told that nobody is there: somebody is, and something is wrong.
    ThereInTrouble { number: TaskNumber, name: String } = "there-in-trouble",
    CameAfterAll { number: TaskNumber, name: String } = "came-after-all",
    PersonCame { name: String } = "person-came",
    PersonCameNoted { number: TaskNumber, name: String } = "person-came-noted",
    /// To whoever duty noted as not there: whom to ring if it is not so.
    NotedAsAbsent { number: TaskNumber, name: String, phone: String } = "noted-as-absent",
    /// To a reserve.
    ReportedAwayAskReserve { number: TaskNumber, service: ServiceKind, window: Window, by: String } = "reported-away-ask-reserve",
    ReserveIsAsked { number: TaskNumber, name: String } = "reserve-is-asked",
    HasNoPlaceOn { number: TaskNumber, name: String } = "has-no-place-on",
    HasNoPlace { name: String } = "has-no-place",
    /// Of several who are called so it can't be told who is meant.
    WhichOfThese { names: Names } = "which-of-these",
    WhoIsMeant = "who-is-meant",
    DoYouMean { number: TaskNumber, name: String } = "do-you-mean",
    /// Nobody was to come at that time.
    NobodyThen = "nobody-then",
    /// Beside the names of those who come.
    SaidNotToCome { number: TaskNumber, name: String, by: Names } = "said-not-to-come",
    SaidMayNotArrive { number: TaskNumber, name: String } = "said-may-not-arrive",
    /// To duty: somebody who comes is stuck on the way.
    MayNotArrive { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "may-not-arrive",
    StillMayNotArrive { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "still-may-not-arrive",
    /// To whoever is stuck.
    DoYouGetThere { number: TaskNumber } = "do-you-get-there",
    IGetThere = "i-get-there",
    /// To a requester who has read that every place is filled.
    PerhapsNotComing { number: TaskNumber, window: Window, name: String } = "perhaps-not-coming",
    MayNotArriveTold { number: TaskNumber, window: Window, name: String } = "may-not-arrive-told",
    ComesAfterDoubt { number: TaskNumber, name: String } = "comes-after-doubt",
    /// To duty: a club's contact answers for the club.
    ClubSaysNo { number: TaskNumber, service: ServiceKind, window: Window, organisation: String, name: String } = "club-says-no",
    ClubNoNoted { number: TaskNumber, window: Window } = "club-no-noted",
    AskedRefused { name: String } = "asked-refused",
    /// To somebody who would have come before their club was asked.
    YourTurn { number: TaskNumber, service: ServiceKind, window: Window } = "your-turn",
    /// Above the question which task is meant, when it is asked once more.
    NotChosenYet = "not-chosen-yet",
    DoubtTakenBack { number: TaskNumber, name: String } = "doubt-taken-back",
    /// To whoever edits what they wrote of somebody, so that it names nobody any more.
    ReportTakenBack { names: Names } = "report-taken-back",
    /// To whoever said that the municipality sends some people itself.
    TownStillProvides { number: TaskNumber, service: ServiceKind, window: Window, people: u32 } = "town-still-provides",
    TownDoes = "town-does",
    LookForPeople = "look-for-people",
    /// To staff who say that those who are there may go home.
    NotNeededAsk { number: TaskNumber, names: Names } = "not-needed-ask",
    /// Whom to ask about somebody whose number is not known.
    ContactOfClub { organisation: String, name: String, phone: KnownPhone } = "contact-of-club",
    MoveAgain { number: TaskNumber, window: Window } = "move-again",
    /// To duty.
    MoveUnanswered { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "move-unanswered",
    /// Beside the names of those who come.
    MoveNotAnswered { number: TaskNumber, name: String } = "move-not-answered",
    SaidNotToComeBySomebody { number: TaskNumber, name: String } = "said-not-to-come-by-somebody",
    /// To duty, and then the next ones.
    StillUnanswered { number: TaskNumber, service: ServiceKind, window: Window, name: String, by: Names } = "still-unanswered",
    StillUnansweredBySomebody { number: TaskNumber, service: ServiceKind, window: Window, name: String } = "still-unanswered-by-somebody",
    AskedToStandReady { names: Names } = "asked-to-stand-ready",
    /// To whoever said it.
    ComesAfterAll { number: TaskNumber, name: String } = "comes-after-all",
    /// To whoever offered a part, or on a condition, and asks.
    NotDecidedYet { number: TaskNumber } = "not-decided-yet",
    /// The same when it has begun and must be covered.
    PartLeftOpen { number: TaskNumber } = "part-left-open",
    /// Whom somebody has named in their own stead, beside the hole.
    Suggested { name: String, words: String } = "suggested",
    /// Places are free somewhere, and whoever speaks has not been asked.
    NotAskedYet = "not-asked-yet",
    /// The town had taken it, or some of it, and can't after all.
    LookingAgain { number: TaskNumber, free: u32, at: DayAndClock } = "looking-again",
    /// The same, to those who had been told that it does.
    LookedForAgain { number: TaskNumber, service: ServiceKind, window: Window, name: String, free: u32, at: DayAndClock } = "looked-for-again",
    /// Both, where it has begun and nobody is asked any more.
    OpenAgainTooLate { number: TaskNumber, free: u32 } = "open-again-too-late",
    GivenBackTooLate { number: TaskNumber, service: ServiceKind, window: Window, name: String, free: u32 } = "given-back-too-late",
    /// To whoever may decide: what the town has taken, and the way back.
    TownHasTask { number: TaskNumber } = "town-has-task",
    /// To whoever put somebody in or is doing something about a task: that somebody withdrew.
    WithdrawnAgain { number: TaskNumber, name: String, window: Window } = "withdrawn-again",
    /// The same: the places are filled.
    FilledMeanwhile { number: TaskNumber, names: Names } = "filled-meanwhile",
    /// The same: somebody has decided that no more are looked for.
    EnoughMeanwhile { number: TaskNumber, name: String, names: Names } = "enough-meanwhile",
    NoteAddedTo { number: TaskNumber } = "note-added-to",
    NotesRemoved { number: TaskNumber } = "notes-removed",
    /// Only whoever asked may change what is kept of the recipient.
    NoteByRequester { number: TaskNumber, name: String } = "note-by-requester",
    ChangedBy { number: TaskNumber, name: String, window: Window, places: u32 } = "changed-by",
    // On the card.
    CardDone { names: Names } = "card-done",
    CardDoneClub { names: Names, amount: Ore } = "card-done-club",
    // Late words.
    DoneAlready { number: TaskNumber, at: DayAndClock } = "done-already",
    NothingToConfirm { number: TaskNumber } = "nothing-to-confirm",
    AlreadySettled { number: TaskNumber } = "already-settled",

    // The rota, and who can be asked.
    DutyNow { name: String } = "duty-now",
    DutyDeputy { name: String } = "duty-deputy",
    DutyNobody = "duty-nobody",
    DutyFrom { name: String, date: NaiveDate, at: NaiveTime } = "duty-from",
    ITakeDuty = "i-take-duty",
    DutyIsYours { at: DayAndClock } = "duty-is-yours",
    DutyAlready { name: String, at: DayAndClock } = "duty-already",
    DutyTakenBy { name: String, at: DayAndClock } = "duty-taken-by",
    DutyGiven { name: String, at: DayAndClock } = "duty-given",
    DutyGivenUntold { name: String, at: DayAndClock } = "duty-given-untold",
    DutyGivenToYou { name: String, at: DayAndClock } = "duty-given-to-you",
    DutyNoSuch { name: String } = "duty-no-such",
    DutyNotForYou = "duty-not-for-you",
    /// Before what is open when the duty goes to somebody else.
    HandOverWaits = "hand-over-waits",
    /// To the next in line: whoever has taken over can’t be written to.
    HandOverFor { name: String } = "hand-over-for",
    /// Somebody who had the duty before has said that they take a task.
    HandOverHeld { number: TaskNumber, name: String, at: DayAndClock } = "hand-over-held",
    WhoCanHead { number: TaskNumber, service: ServiceKind, window: Window } = "who-can-head",
    WhoCanHow = "who-can-how",
    PutInHow = "put-in-how",
    WhoIsFree { name: String } = "who-is-free",
    WhoMustBeRung { name: String, phone: String } = "who-must-be-rung",
    WhoIsUnreachable { name: String } = "who-is-unreachable",
    WhoIsReserve { name: String, position: u32 } = "who-is-reserve",
    WhoOffersPart { name: String } = "who-offers-part",
    WhoWasSilent { name: String, at: DayAndClock } = "who-was-silent",
    WhoComesAlready { name: String } = "who-comes-already",
    WhoSaidNo { name: String, at: DayAndClock } = "who-said-no",
    WhoIsNotApproved { name: String } = "who-is-not-approved",
    WhoIsAway { name: String, until: DayAndClock } = "who-is-away",
    WhoIsElsewhere { name: String, number: TaskNumber } = "who-is-elsewhere",

    // Who can be reached.
    ReachNotForYou = "reach-not-for-you",
    /// Those who are told when something is stuck, and can be written to.
    ReachTold { names: Names } = "reach-told",
    ReachToldBlocked { name: String } = "reach-told-blocked",
    ReachToldNotYet { name: String, phone: String } = "reach-told-not-yet",
    ReachToldNever { name: String } = "reach-told-never",
    ReachNoGroups = "reach-no-groups",
    ReachGroup { title: String, reached: u32, all: u32 } = "reach-group",
    ReachGroupEmpty { title: String } = "reach-group-empty",
    ReachGroupLost = "reach-group-lost",
    ReachGroupNotConnected = "reach-group-not-connected",
    ReachNotOpened { names: Names, more: u32 } = "reach-not-opened",
    ReachBlocked { names: Names, more: u32 } = "reach-blocked",
    ReachNotJoined { names: Names, more: u32 } = "reach-not-joined",
    ReachStrangers { count: u32 } = "reach-strangers",
    ReachMoreGroups { more: u32 } = "reach-more-groups",
    ReachHow = "reach-how",
    ReachHowLink { link: String } = "reach-how-link",
    ReachLimits = "reach-limits",
    /// What has become worse, told at once.
    ReachLostNobody = "reach-lost-nobody",
    ReachLostNoDuty { at: DayAndClock } = "reach-lost-no-duty",
    ReachLostNoDeputy { name: String, at: DayAndClock } = "reach-lost-no-deputy",
    ReachLostDuty { name: String, at: DayAndClock } = "reach-lost-duty",
    ReachLostNext { name: String, at: DayAndClock } = "reach-lost-next",
    ReachLostDeputy { name: String } = "reach-lost-deputy",
    ReachLostContact { name: String } = "reach-lost-contact",
    ReachLostServices { services: Services } = "reach-lost-services",
    ReachLostHow = "reach-lost-how",
    ReachBack { name: String } = "reach-back",

    // In an e-mail, around what no chat took.
    MailSubject { town: String } = "mail-subject",
    MailSubjectTask { town: String, number: TaskNumber } = "mail-subject-task",
    MailIntro { at: DayAndClock } = "mail-intro",
    MailOutro { town: String, phone: String } = "mail-outro",
    /// The same where there was nothing to press.
    MailOutroPlain { town: String, phone: String } = "mail-outro-plain",
    MailWhy { town: String } = "mail-why",

    // What the auditor found, and that it is over.
    /// An open task that no clock looks at.
    AuditTaskForgotten { number: TaskNumber } = "audit-task-forgotten",
    AuditTaskLate { number: TaskNumber, at: DayAndClock } = "audit-task-late",
    AuditTaskAgain { number: TaskNumber } = "audit-task-again",
    AuditChatAgain { title: String } = "audit-chat-again",
    AuditNothingSent { at: DayAndClock } = "audit-nothing-sent",
    AuditSentAgain = "audit-sent-again",
    AuditClockStands = "audit-clock-stands",
    AuditClockAgain = "audit-clock-again",
    AuditMailStuck { at: DayAndClock } = "audit-mail-stuck",
    AuditMailAgain = "audit-mail-again",
    AuditNoAddress = "audit-no-address",
    AuditAddressAgain = "audit-address-again",
    AuditNoBackup { at: DayAndClock } = "audit-no-backup",
    AuditNeverBackedUp = "audit-never-backed-up",
    AuditBackupAgain = "audit-backup-again",
    AuditWithheld { count: u32 } = "audit-withheld",
    AuditWithheldNoMore = "audit-withheld-no-more",

    // Some of those who were asked can't be any more.
    ServiceStopped { number: TaskNumber, service: ServiceKind, window: Window } = "service-stopped",
    ClubOut { number: TaskNumber, name: String, window: Window } = "club-out",
    ClubGroupGone { number: TaskNumber, name: String, window: Window } = "club-group-gone",
    ComeAllTheSame { names: Names } = "come-all-the-same",
    OthersAreAsked { names: Names, missing: u32, at: DayAndClock } = "others-are-asked",
    NobodyLeftToAsk { missing: u32, at: DayAndClock } = "nobody-left-to-ask",
    ClubOutPlaced { number: TaskNumber, name: String } = "club-out-placed",
    ClubOutReserve { number: TaskNumber, name: String } = "club-out-reserve",
    StoppedPlaced { number: TaskNumber, service: ServiceKind } = "stopped-placed",
    StoppedReserve { number: TaskNumber, service: ServiceKind } = "stopped-reserve",
    ClubNotAsked { number: TaskNumber } = "club-not-asked",
    CardClosed = "card-closed",
    CardStopped = "card-stopped",

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

    // On the page with the whole of what is told about personal data, and on the one that hands them over.
    PrivacyTitle = "privacy-title",
    PrivacyWhoHead = "privacy-who-head",
    PrivacyWho { municipality: String } = "privacy-who",
    PrivacyWhatHead = "privacy-what-head",
    PrivacyWhat = "privacy-what",
    PrivacyWhyHead = "privacy-why-head",
    PrivacyWhy { municipality: String } = "privacy-why",
    PrivacySeenHead = "privacy-seen-head",
    PrivacySeen = "privacy-seen",
    PrivacyChatHead = "privacy-chat-head",
    PrivacyChat = "privacy-chat",
    PrivacyTimeHead = "privacy-time-head",
    PrivacyTime = "privacy-time",
    PrivacyRightsHead = "privacy-rights-head",
    PrivacyRights { municipality: String } = "privacy-rights",
    OwnDataTitle = "own-data-title",
    OwnDataBefore = "own-data-before",
    OwnDataFetch = "own-data-fetch",
    OwnDataAgain = "own-data-again",
}
