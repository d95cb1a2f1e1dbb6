// The tour's steps as data: who does what where, and what must come of it. The words are in `tour_nb.json` and its sisters.

/** Whom the tour meets, by the names of the example municipality. */
export const PEOPLE = {
  silje: "Silje Aune", anne: "Anne Berg", bjorn: "Bjørn Moe", inger: "Inger Holt",
  kari: "Kari Nes", ola: "Ola Rud", eva: "Eva Lie", lars: "Lars Bakke",
};
export const GROUPS = {
  fjellvik_il: "Fjellvik IL", nordre_il: "Nordre IL", hjemmetjenesten: "Hjemmetjenesten Fjellvik",
};

const COORDINATORS = ["anne", "bjorn"];

/*
 * A step:
 *   acts    what somebody does, one after the other:
 *             {who, say, in?, to?}   says the words `tour_SAY_said` in private or in a group, as a reply to a message that was remembered
 *             {who, press, in?}      presses the button with these data
 *             {who, react, to}       puts this on a message that was remembered
 *             {clock: {day, at}}     moves the clock to a time on the first (0) or second (1) day
 *             {clock: "onwards"}     moves the clock from event to event until everything expected has come
 *   expect  what must then stand in the chats, all of it; what the eye shall rest on comes last:
 *             {in, button?, text?, plain?, message?, as?, who?}
 *               in       a person's private chat with the bot, or a group; of several the one where it is, remembered as `who`
 *               button   the message has a button with data that begin so
 *               text     … holds these words (names, which are the same in every language)
 *               plain    … is new and asks nothing
 *               message  … is the one remembered by this name;  `as`: remembers it
 *   stage   whose columns are on the desk: "kari" in private, "kari@fjellvik_il" in a group
 * `{dinner}` in button data is a number that was met before, or is remembered when it is met: in a town where nothing has happened yet, a task's
 * number is also the one that people see.
 */
export const STEPS = [
  {
    name: "language", chapter: 1, stage: "silje kari@fjellvik_il ola eva", onlyIn: ["nn", "en"],
    acts: [
      ...["silje", "kari", "ola", "eva", "lars", "anne", "bjorn", "inger"].map((who) => ({ who, say: "language" })),
      { who: "kari", in: "fjellvik_il", say: "language" },
      { who: "lars", in: "nordre_il", say: "language" },
      { who: "silje", in: "hjemmetjenesten", say: "language" },
    ],
    expect: [...Object.keys(GROUPS), ...Object.keys(PEOPLE).reverse()].map((chat) => ({ in: chat, plain: true })),
  },
  {
    name: "ask", chapter: 1, stage: "silje kari@fjellvik_il ola eva",
    acts: [{ who: "silje", say: "ask" }],
    expect: [{ in: "silje", button: "send:{need}" }],
  },
  {
    name: "dry", chapter: 1, stage: "silje kari@fjellvik_il ola eva",
    acts: [{ who: "silje", press: "dry:{need}" }],
    expect: [{ in: "silje", plain: true, text: "Inger Holt" }],
  },
  {
    name: "send", chapter: 1, stage: "silje kari@fjellvik_il ola eva",
    acts: [{ who: "silje", press: "send:{need}" }],
    expect: [{ in: "fjellvik_il", button: "yes:{dinner}", as: "card" }],
  },
  {
    name: "accept", chapter: 2, stage: "silje kari@fjellvik_il ola eva",
    acts: [{ who: "kari", in: "fjellvik_il", say: "accept", to: "card" }],
    expect: [{ in: "kari", button: "no:{dinner}" }, { in: "fjellvik_il", message: "card", text: "Kari N." }],
  },
  {
    name: "thumb", chapter: 2, stage: "silje kari@fjellvik_il ola eva",
    acts: [{ who: "ola", react: "👍", to: "card" }],
    expect: [
      { in: "silje", text: "Ola Rud" }, { in: "ola", button: "no:{dinner}" },
      { in: "fjellvik_il", message: "card", text: "Ola R." },
    ],
  },
  {
    name: "reserve", chapter: 2, stage: "silje kari@fjellvik_il ola eva",
    acts: [{ who: "eva", in: "fjellvik_il", say: "reserve", to: "card" }],
    expect: [{ in: "eva", button: "no:{dinner}" }],
  },
  {
    name: "sick", chapter: 3, stage: "silje kari eva ola@fjellvik_il",
    acts: [{ who: "kari", say: "sick" }],
    expect: [{ in: "kari", plain: true }, { in: "eva", button: "take:{dinner}" }],
  },
  {
    name: "substitute", chapter: 3, stage: "silje kari eva ola@fjellvik_il",
    acts: [{ who: "eva", say: "substitute" }],
    expect: [{ in: "eva", button: "no:{dinner}" }, { in: "fjellvik_il", message: "card", text: "Eva L." }],
  },
  {
    name: "second", chapter: 4, stage: "silje ola@fjellvik_il lars@nordre_il duty",
    acts: [{ who: "silje", say: "second" }, { who: "silje", press: "send:{errand}" }],
    expect: [{ in: "fjellvik_il", button: "yes:{snow}" }],
  },
  {
    name: "next", chapter: 4, stage: "silje ola@fjellvik_il lars@nordre_il duty",
    acts: [{ clock: "onwards" }],
    expect: [{ in: "nordre_il", button: "yes:{snow}" }],
  },
  {
    name: "duty", chapter: 4, stage: "silje ola@fjellvik_il lars@nordre_il duty",
    acts: [{ clock: "onwards" }],
    expect: [{ in: COORDINATORS, button: "hold:{snow}", who: "duty" }],
  },
  {
    name: "answer", chapter: 4, stage: "silje ola@fjellvik_il lars@nordre_il duty",
    acts: [{ clock: "onwards" }],
    expect: [{ in: "silje", button: "town:{snow}" }],
  },
  {
    name: "town", chapter: 4, stage: "silje ola@fjellvik_il lars@nordre_il duty",
    acts: [{ who: "silje", press: "town:{snow}" }],
    expect: [{ in: "silje", plain: true, text: "#{snow}" }],
  },
  {
    name: "evening", chapter: 5, stage: "silje@hjemmetjenesten ola eva duty",
    acts: [{ clock: { day: 0, at: "18:00" } }],
    expect: [{ in: "eva", button: "conf:{dinner}" }, { in: "ola", button: "conf:{dinner}" }],
  },
  {
    name: "confirm", chapter: 5, stage: "silje@hjemmetjenesten ola eva duty",
    acts: [{ who: "ola", press: "conf:{dinner}" }, { who: "eva", say: "confirm" }],
    expect: [{ in: "ola", plain: true, text: "#{dinner}" }, { in: "eva", plain: true, text: "#{dinner}" }],
  },
  {
    name: "call", chapter: 5, stage: "silje@hjemmetjenesten ola eva duty",
    acts: [{ who: "silje", in: "hjemmetjenesten", press: "called:{dinner}" }],
    expect: [{ in: "hjemmetjenesten", plain: true, text: "#{dinner}" }],
  },
  {
    name: "reminder", chapter: 5, stage: "silje ola eva duty",
    acts: [{ clock: { day: 1, at: "14:00" } }],
    expect: [{ in: "eva", button: "late:{dinner}" }, { in: "ola", button: "late:{dinner}" }],
  },
  {
    name: "late", chapter: 5, stage: "silje ola eva duty",
    acts: [{ who: "ola", say: "late" }],
    expect: [
      { in: "ola", plain: true, text: "#{dinner}" },
      { in: "silje", plain: true, text: "Ola R." }, { in: "eva", plain: true, text: "Ola R." },
    ],
  },
  {
    name: "start", chapter: 5, stage: "silje ola eva duty",
    acts: [{ clock: { day: 1, at: "16:00" } }],
    expect: [{ in: "eva", button: "in:{dinner}" }],
  },
  {
    name: "there", chapter: 5, stage: "silje ola eva duty",
    acts: [{ who: "eva", press: "in:{dinner}" }],
    expect: [{ in: "eva", plain: true, text: "#{dinner}" }],
  },
  {
    name: "silent", chapter: 5, stage: "silje ola eva duty",
    acts: [{ clock: { day: 1, at: "16:20" } }],
    expect: [{ in: "ola", button: "in:{dinner}", text: "#{dinner}?" }],
  },
  {
    name: "begun", chapter: 5, stage: "silje ola eva duty",
    acts: [{ who: "ola", say: "begun" }],
    expect: [{ in: "ola", plain: true, text: "#{dinner}" }],
  },
  {
    name: "after", chapter: 6, stage: "silje ola kari@fjellvik_il caller",
    acts: [{ clock: { day: 1, at: "18:15" } }],
    expect: [{ in: "ola", button: "done:{dinner}" }],
  },
  {
    name: "done", chapter: 6, stage: "silje ola kari@fjellvik_il caller",
    acts: [{ who: "ola", say: "done" }],
    expect: [
      { in: "ola", plain: true, text: "#{dinner}" },
      { in: "fjellvik_il", message: "card", text: "Eva L." }, { in: "silje", plain: true, text: "#{dinner}" },
    ],
  },
  {
    name: "verdict", chapter: 6, stage: "silje ola kari@fjellvik_il caller",
    acts: [{ clock: "onwards" }],
    expect: [{ in: COORDINATORS, button: "verdict:{dinner}", who: "caller" }],
  },
  {
    name: "useful", chapter: 6, stage: "silje ola kari@fjellvik_il caller",
    acts: [{ who: "caller", press: "verdict:{dinner}:useful" }],
    expect: [{ in: "caller", plain: true, text: "#{dinner}" }],
  },
];

export const CHAPTERS = 6;
