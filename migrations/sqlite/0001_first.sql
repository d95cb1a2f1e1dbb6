-- Who is who, and where they are reached.

CREATE TABLE channel (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT    NOT NULL CHECK (kind IN ('telegram', 'local')),
    key         TEXT    NOT NULL UNIQUE,
    username    TEXT,
    next_offset INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT    NOT NULL
) STRICT;

CREATE TABLE municipality (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    key              TEXT    NOT NULL UNIQUE,
    name             TEXT    NOT NULL,
    time_zone        TEXT    NOT NULL,
    language         TEXT    NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    phone            TEXT    NOT NULL,
    next_task_number INTEGER NOT NULL DEFAULT 1,
    created_at       TEXT    NOT NULL
) STRICT;

CREATE TABLE unit (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    key             TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    UNIQUE (municipality_id, key)
) STRICT;

CREATE TABLE zone (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    key             TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    UNIQUE (municipality_id, key)
) STRICT;

-- The streets and places of a zone; `folded` is the name in lower case without spaces, as the reader of requests looks it up.
CREATE TABLE zone_place (
    zone_id         INTEGER NOT NULL REFERENCES zone (id),
    folded          TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    PRIMARY KEY (zone_id, folded)
) STRICT;

CREATE TABLE organisation (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    org_number TEXT    NOT NULL UNIQUE CHECK (length(org_number) = 9),
    kind       TEXT    NOT NULL CHECK (kind IN ('club', 'volunteer_centre')),
    name       TEXT    NOT NULL,
    created_at TEXT    NOT NULL
) STRICT;

CREATE TABLE team (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    key             TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    UNIQUE (organisation_id, key)
) STRICT;

-- A human as one municipality knows them.
CREATE TABLE person (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    key             TEXT,
    name            TEXT    NOT NULL,
    phone           TEXT,
    language        TEXT    NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    away_until      TEXT,
    greeted_at      TEXT,
    erased_at       TEXT,
    created_at      TEXT    NOT NULL,
    UNIQUE (municipality_id, key)
) STRICT;

-- An identity on a channel. `can_write`: whether the bot may write to it in private.
CREATE TABLE account (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    channel_id  INTEGER NOT NULL REFERENCES channel (id),
    external_id TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    username    TEXT,
    can_write   TEXT    NOT NULL CHECK (can_write IN ('unknown', 'yes', 'blocked')),
    seen_at     TEXT    NOT NULL,
    UNIQUE (channel_id, external_id)
) STRICT;

CREATE TABLE person_account (
    person_id  INTEGER NOT NULL REFERENCES person (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (person_id, account_id)
) STRICT;
CREATE INDEX person_account_by_account ON person_account (account_id);

CREATE TABLE membership (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id       INTEGER NOT NULL REFERENCES person (id),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    role            TEXT    NOT NULL CHECK (role IN ('volunteer', 'club_contact', 'coordinator', 'staff', 'administrator')),
    organisation_id INTEGER REFERENCES organisation (id),
    team_id         INTEGER REFERENCES team (id),
    unit_id         INTEGER REFERENCES unit (id),
    since_at        TEXT    NOT NULL,
    until_at        TEXT
) STRICT;
CREATE INDEX membership_by_person ON membership (person_id);
CREATE INDEX membership_by_role ON membership (municipality_id, role);
CREATE INDEX membership_by_organisation ON membership (organisation_id);

-- Who answers for what. `escalation`: the municipality's contact, the last one to be rung.
CREATE TABLE responsibility (
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    matter          TEXT    NOT NULL CHECK (matter IN ('escalation')),
    person_id       INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (municipality_id, matter)
) STRICT;

-- The rota of coordinators: each has the duty for a week in turn, the next one is the deputy. A shift goes before the rota.
CREATE TABLE duty_turn (
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    turn            INTEGER NOT NULL,
    person_id       INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (municipality_id, turn)
) STRICT;

CREATE TABLE duty_shift (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    person_id       INTEGER NOT NULL REFERENCES person (id),
    from_at         TEXT    NOT NULL,
    until_at        TEXT    NOT NULL
) STRICT;
CREATE INDEX duty_shift_by_time ON duty_shift (municipality_id, until_at);

-- A chat of a channel as the bot has met it. A private chat has an account, a group may belong to an organisation, team or unit.
CREATE TABLE chat (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    channel_id  INTEGER NOT NULL REFERENCES channel (id),
    external_id TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('private', 'group')),
    title       TEXT    NOT NULL,
    account_id  INTEGER REFERENCES account (id),
    thread      TEXT,
    state       TEXT    NOT NULL CHECK (state IN ('open', 'lost')),
    seen_at     TEXT    NOT NULL,
    UNIQUE (channel_id, external_id)
) STRICT;
CREATE INDEX chat_by_account ON chat (account_id);

CREATE TABLE chat_member (
    chat_id    INTEGER NOT NULL REFERENCES chat (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    present    INTEGER NOT NULL CHECK (present IN (0, 1)),
    PRIMARY KEY (chat_id, account_id)
) STRICT;

-- A group that a municipality knows: a club's, a team's, or a unit's own.
CREATE TABLE chat_group (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    key             TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    language        TEXT    NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    organisation_id INTEGER REFERENCES organisation (id),
    team_id         INTEGER REFERENCES team (id),
    unit_id         INTEGER REFERENCES unit (id),
    chat_id         INTEGER REFERENCES chat (id),
    UNIQUE (municipality_id, key)
) STRICT;
CREATE INDEX chat_group_by_chat ON chat_group (chat_id);
CREATE INDEX chat_group_by_organisation ON chat_group (organisation_id);

-- A code for joining: works once, for what it was made for. Only its hash is kept.
CREATE TABLE invite (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    code_hash  TEXT    NOT NULL UNIQUE,
    person_id  INTEGER REFERENCES person (id),
    group_id   INTEGER REFERENCES chat_group (id),
    created_at TEXT    NOT NULL,
    expires_at TEXT    NOT NULL,
    used_at    TEXT,
    CHECK ((person_id IS NULL) <> (group_id IS NULL))
) STRICT;

-- What may be asked for, and on what terms.

CREATE TABLE service (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    kind            TEXT    NOT NULL,
    must_cover      INTEGER NOT NULL CHECK (must_cover IN (0, 1)),
    approved_only   INTEGER NOT NULL CHECK (approved_only IN (0, 1)),
    companions      INTEGER NOT NULL CHECK (companions IN (0, 1)),
    noisy           INTEGER NOT NULL CHECK (noisy IN (0, 1)),
    stopped         INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)),
    ladder          TEXT,
    UNIQUE (municipality_id, kind)
) STRICT;

CREATE TABLE service_approval (
    service_id INTEGER NOT NULL REFERENCES service (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (service_id, person_id)
) STRICT;

-- People who have said that they may be asked when a place stays empty.
CREATE TABLE standby (
    service_id INTEGER NOT NULL REFERENCES service (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (service_id, person_id)
) STRICT;

CREATE TABLE agreement (
    id                     INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id        INTEGER NOT NULL REFERENCES municipality (id),
    organisation_id        INTEGER NOT NULL REFERENCES organisation (id),
    unit_id                INTEGER REFERENCES unit (id),
    key                    TEXT    NOT NULL,
    version                INTEGER NOT NULL,
    state                  TEXT    NOT NULL CHECK (state IN ('proposed', 'active', 'paused', 'ended')),
    signed_on              TEXT,
    signer_municipality    TEXT,
    signer_organisation    TEXT,
    ceiling_ore            INTEGER CHECK (ceiling_ore >= 0),
    created_at             TEXT    NOT NULL,
    UNIQUE (municipality_id, key, version)
) STRICT;
CREATE INDEX agreement_by_organisation ON agreement (organisation_id);

-- `ask_order`: 1 is asked first. `rate_ore`: øre to the club for each place, never to a person.
CREATE TABLE agreement_service (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    service_id   INTEGER NOT NULL REFERENCES service (id),
    group_id     INTEGER NOT NULL REFERENCES chat_group (id),
    ask_order    INTEGER NOT NULL,
    rate_ore     INTEGER NOT NULL CHECK (rate_ore >= 0),
    must_cover   INTEGER NOT NULL CHECK (must_cover IN (0, 1)),
    PRIMARY KEY (agreement_id, service_id)
) STRICT;
CREATE INDEX agreement_service_by_service ON agreement_service (service_id);

-- No row: the agreement holds for every zone.
CREATE TABLE agreement_zone (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    zone_id      INTEGER NOT NULL REFERENCES zone (id),
    PRIMARY KEY (agreement_id, zone_id)
) STRICT;

-- What the set-up file said last, hashed. Where the database says something else by now, it was changed in chat, and that wins.
CREATE TABLE applied (
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    subject         TEXT    NOT NULL,
    field           TEXT    NOT NULL,
    value_hash      TEXT    NOT NULL,
    PRIMARY KEY (municipality_id, subject, field)
) STRICT;

-- A need and the tasks made of it.

CREATE TABLE request (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    unit_id         INTEGER NOT NULL REFERENCES unit (id),
    requester_id    INTEGER NOT NULL REFERENCES person (id),
    chat_id         INTEGER REFERENCES chat (id),
    state           TEXT    NOT NULL CHECK (state IN ('draft', 'discarded', 'open', 'ended')),
    draft           TEXT    NOT NULL,
    created_at      TEXT    NOT NULL,
    changed_at      TEXT    NOT NULL
) STRICT;
CREATE INDEX request_drafts ON request (requester_id) WHERE state = 'draft';

-- Name, address and notes of the person helped, encrypted. Read by the disclosure page and by nothing else.
CREATE TABLE recipient (
    request_id INTEGER PRIMARY KEY REFERENCES request (id),
    sealed     BLOB    NOT NULL,
    erase_at   TEXT
) STRICT;

CREATE TABLE task (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    number          INTEGER NOT NULL,
    request_id      INTEGER NOT NULL REFERENCES request (id),
    unit_id         INTEGER NOT NULL REFERENCES unit (id),
    requester_id    INTEGER NOT NULL REFERENCES person (id),
    service_id      INTEGER NOT NULL REFERENCES service (id),
    zone_id         INTEGER REFERENCES zone (id),
    starts_at       TEXT    NOT NULL,
    ends_at         TEXT    NOT NULL,
    places          INTEGER NOT NULL CHECK (places > 0),
    taken           INTEGER NOT NULL DEFAULT 0,
    state           TEXT    NOT NULL CHECK (state IN ('open', 'taken_over', 'cancelled', 'ended')),
    must_cover      INTEGER NOT NULL CHECK (must_cover IN (0, 1)),
    ladder          TEXT    NOT NULL,
    generation      INTEGER NOT NULL,
    hunt_from_at    TEXT    NOT NULL,
    promised_at     TEXT    NOT NULL,
    held_by         INTEGER REFERENCES person (id),
    held_until_at   TEXT,
    held_asked_again INTEGER NOT NULL DEFAULT 0 CHECK (held_asked_again IN (0, 1)),
    told            TEXT    CHECK (told IN ('filled', 'short')),
    opened_at       TEXT    NOT NULL,
    UNIQUE (municipality_id, number),
    CHECK (taken >= 0 AND taken <= places),
    CHECK (ends_at > starts_at)
) STRICT;
CREATE INDEX task_by_request ON task (request_id);
CREATE INDEX task_open ON task (municipality_id, starts_at) WHERE state = 'open';

CREATE TABLE recipient_view (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id),
    task_id    INTEGER REFERENCES task (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    at         TEXT    NOT NULL
) STRICT;

-- The organisations that are asked about a task, in their order, copied from the agreements when it is opened.
CREATE TABLE task_asked (
    task_id         INTEGER NOT NULL REFERENCES task (id),
    ask_order       INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    group_id        INTEGER NOT NULL REFERENCES chat_group (id),
    agreement_id    INTEGER NOT NULL REFERENCES agreement (id),
    rate_ore        INTEGER NOT NULL CHECK (rate_ore >= 0),
    PRIMARY KEY (task_id, ask_order)
) STRICT;

-- One answer a person and task. `people`: places held or queued for. `queue`: order among the reserves.
CREATE TABLE signup (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id      INTEGER NOT NULL REFERENCES task (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    state        TEXT    NOT NULL CHECK (state IN ('placed', 'reserve', 'partial', 'declined', 'withdrawn', 'silent')),
    people       INTEGER NOT NULL CHECK (people BETWEEN 0 AND 50),
    queue        INTEGER,
    asked_as     INTEGER REFERENCES organisation (id),
    from_minute  INTEGER CHECK (from_minute BETWEEN 0 AND 1439),
    until_minute INTEGER CHECK (until_minute BETWEEN 0 AND 1439),
    whole_only   INTEGER NOT NULL DEFAULT 0 CHECK (whole_only IN (0, 1)),
    answered_at  TEXT    NOT NULL,
    UNIQUE (task_id, person_id)
) STRICT;
CREATE INDEX signup_by_person ON signup (person_id, state);

-- A question to one person about one task: will you take the place, will one of you come, will you stand by?
CREATE TABLE offer (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id    INTEGER NOT NULL REFERENCES task (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    people     INTEGER NOT NULL CHECK (people > 0),
    state      TEXT    NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'void')),
    made_at    TEXT    NOT NULL,
    expires_at TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX offer_open ON offer (task_id, person_id) WHERE state = 'open';
CREATE INDEX offer_by_person ON offer (person_id) WHERE state = 'open';

-- The steps of the ladder that were taken. A step is taken once in a generation.
CREATE TABLE task_step (
    task_id    INTEGER NOT NULL REFERENCES task (id),
    generation INTEGER NOT NULL,
    step       INTEGER NOT NULL,
    outcome    TEXT    NOT NULL CHECK (outcome IN ('reached', 'nobody', 'skipped')),
    at         TEXT    NOT NULL,
    PRIMARY KEY (task_id, generation, step)
) STRICT;

-- A personal link to the recipient's data. Only the token's hash is kept; the first browser that opens it owns it.
CREATE TABLE disclosure (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash   TEXT    NOT NULL UNIQUE,
    request_id   INTEGER NOT NULL REFERENCES request (id),
    task_id      INTEGER REFERENCES task (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    browser_hash TEXT,
    created_at   TEXT    NOT NULL,
    expires_at   TEXT    NOT NULL,
    revoked_at   TEXT
) STRICT;
CREATE INDEX disclosure_by_task ON disclosure (task_id, person_id);

-- What comes in, what goes out, what has a clock.

CREATE TABLE inbox (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    channel_id   INTEGER NOT NULL REFERENCES channel (id),
    update_id    TEXT    NOT NULL,
    chat_key     TEXT    NOT NULL,
    payload      BLOB,
    state        TEXT    NOT NULL CHECK (state IN ('new', 'done', 'failed')),
    error        TEXT,
    attempts     INTEGER NOT NULL DEFAULT 0,
    received_at  TEXT    NOT NULL,
    handled_at   TEXT,
    leased_until_at TEXT,
    UNIQUE (channel_id, update_id)
) STRICT;
CREATE INDEX inbox_new ON inbox (id) WHERE state = 'new';

-- A message and its fate. A message that changes (a card) keeps its row: `revision` grows, and only the newest is sent.
CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    key             TEXT    NOT NULL UNIQUE,
    channel_id      INTEGER NOT NULL REFERENCES channel (id),
    chat_id         INTEGER NOT NULL REFERENCES chat (id),
    purpose         TEXT    NOT NULL,
    priority        INTEGER NOT NULL,
    at_most_once    INTEGER NOT NULL CHECK (at_most_once IN (0, 1)),
    body            TEXT    NOT NULL,
    language        TEXT    NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    municipality_id INTEGER REFERENCES municipality (id),
    task_id         INTEGER REFERENCES task (id),
    request_id      INTEGER REFERENCES request (id),
    person_id       INTEGER REFERENCES person (id),
    external_id     TEXT,
    revision        INTEGER NOT NULL DEFAULT 1,
    state           TEXT    NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'dropped')),
    attempts        INTEGER NOT NULL DEFAULT 0,
    error           TEXT,
    not_before_at   TEXT    NOT NULL,
    leased_until_at TEXT,
    created_at      TEXT    NOT NULL,
    sent_at         TEXT
) STRICT;
CREATE INDEX outbox_pending ON outbox (priority, id) WHERE state = 'pending';
CREATE INDEX outbox_sending ON outbox (leased_until_at) WHERE state = 'sending';
CREATE INDEX outbox_sending_to ON outbox (chat_id) WHERE state = 'sending';
CREATE UNIQUE INDEX outbox_by_message ON outbox (chat_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX outbox_next ON outbox (not_before_at) WHERE state = 'pending';
CREATE INDEX outbox_by_chat ON outbox (chat_id, id);
CREATE INDEX outbox_by_task ON outbox (task_id);
CREATE INDEX outbox_by_request ON outbox (request_id);

CREATE TABLE due (
    subject_kind    TEXT    NOT NULL,
    subject_id      INTEGER NOT NULL,
    at              TEXT    NOT NULL,
    PRIMARY KEY (subject_kind, subject_id)
) STRICT;
CREATE INDEX due_at ON due (at);

-- Every change, with who, when and through which channel. Rows are only added.
CREATE TABLE history (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    task_id         INTEGER REFERENCES task (id),
    request_id      INTEGER REFERENCES request (id),
    person_id       INTEGER REFERENCES person (id),
    actor_id        INTEGER REFERENCES person (id),
    channel_id      INTEGER REFERENCES channel (id),
    what            TEXT    NOT NULL,
    detail          TEXT    NOT NULL,
    at              TEXT    NOT NULL
) STRICT;
CREATE INDEX history_by_task ON history (task_id, id);

-- The machinery.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE lease (
    name     TEXT    PRIMARY KEY NOT NULL,
    holder   TEXT    NOT NULL,
    fence    INTEGER NOT NULL,
    until_at TEXT    NOT NULL
) STRICT;

CREATE TABLE api_token (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    token_hash      TEXT    NOT NULL UNIQUE,
    created_at      TEXT    NOT NULL,
    revoked_at      TEXT
) STRICT;

CREATE TABLE idempotency (
    api_token_id INTEGER NOT NULL REFERENCES api_token (id),
    key          TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    status       INTEGER NOT NULL,
    response     TEXT    NOT NULL,
    created_at   TEXT    NOT NULL,
    PRIMARY KEY (api_token_id, key)
) STRICT;

-- The local chat: a small chat platform of its own, played on a web page. What people typed is encrypted.

-- `part`: which part the person plays, for the page's suggestions alone; it gives no rights. `blocked`: has blocked the bot.
CREATE TABLE local_account (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE,
    part       TEXT    CHECK (part IN ('staff', 'coordinator', 'club_contact', 'volunteer')),
    language   TEXT    CHECK (language IN ('nb', 'nn', 'en')),
    started    INTEGER NOT NULL CHECK (started IN (0, 1)),
    blocked    INTEGER NOT NULL CHECK (blocked IN (0, 1))
) STRICT;

-- `bot`: whether the bot is in the group.
CREATE TABLE local_group (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    title      TEXT    NOT NULL UNIQUE,
    bot        INTEGER NOT NULL CHECK (bot IN (0, 1))
) STRICT;

CREATE TABLE local_member (
    group_id   INTEGER NOT NULL REFERENCES local_group (id),
    account_id INTEGER NOT NULL REFERENCES local_account (id),
    PRIMARY KEY (group_id, account_id)
) STRICT;
CREATE INDEX local_member_by_account ON local_member (account_id);

-- `chat`: `p7` is the private chat of account 7, `g3` is group 3. `author_id` is null for the bot. `nonce`: the page's name for what it sent,
-- so that sending again after a lost answer says it once.
CREATE TABLE local_message (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    chat       TEXT    NOT NULL,
    author_id  INTEGER REFERENCES local_account (id),
    nonce      TEXT    UNIQUE,
    reply_to   INTEGER,
    sealed     BLOB    NOT NULL,
    reactions  TEXT    NOT NULL,
    change     INTEGER NOT NULL UNIQUE,
    sent_at    TEXT    NOT NULL,
    edited_at  TEXT,
    deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX local_message_by_chat ON local_message (chat, id);

-- Presses of buttons, with the bot's answer once it came: shown to that person alone.
CREATE TABLE local_press (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES local_account (id),
    message_id INTEGER NOT NULL,
    answer     BLOB,
    change     INTEGER NOT NULL UNIQUE,
    pressed_at TEXT    NOT NULL
) STRICT;

-- How far each person has read each chat.
CREATE TABLE local_read (
    account_id INTEGER NOT NULL REFERENCES local_account (id),
    chat       TEXT    NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (account_id, chat)
) STRICT;

-- One row: the number of the latest change. Every writing takes the next one first, so changes are committed in their order.
CREATE TABLE local_change (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    change     INTEGER NOT NULL
) STRICT;

-- What happened and has not yet been handed to the dispatcher.
CREATE TABLE local_update (
    change     INTEGER PRIMARY KEY,
    sealed     BLOB    NOT NULL
) STRICT;
