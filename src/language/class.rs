//! The classes of words that the rules speak of.

macro_rules! classes {
    ($($name:ident)+) => {
        /// A class of words; its words are in the tables.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Class { $($name),+ }

        impl Class {
            /// The class that the tables write as `name`.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $(stringify!($name) => Some(Self::$name),)+ _ => None }
            }

            /// The class that turns of phrase write in capitals: "NOTFORME".
            pub fn from_capitals(name: &str) -> Option<Self> {
                $(if stringify!($name).eq_ignore_ascii_case(name) { return Some(Self::$name); })+
                None
            }
        }
    };
}

classes! {
    // Who.
    I We You Third Others Kin KinMany Kind My Me Relative
    // What a reply does.
    Can Could Offer Firm Take It Yes Ok No Not NotNeeded Gladly But If Ask Busy Ill Away Reserve Late Done Thanks Chat Past Maybe Only Part
    Still Also With Plus Both And Or Adverb Benign Other NotForMe EnglishVerb Have Be OwnReason Must Ought Bad Prep Soon Fits When Earliest
    So Then Come Join Bring Muster Motion Ready DoIt Leave TakeOver Body Collect NotTask Greeting Demonstrative Equipment Key Slot Deed Meet Ferry Tell Having Perfect Worked Company Rather Figure Spot
    // How many come.
    OfUs More Gang All
    // Time.
    Clock Half Quarter Over To Am Pm From Until Between Before After Range Hour Minute Day Week Month Year Every Alternate This Next In On
    Approx Workday Weekend EvenWeeks OddWeeks Begin StartWord Through EachMonth EachWeek EachDay NewYear Easter Christmas Of Standing Per
    // Requests: people.
    People ManyPeople Role Person NotCount Want Enough Needs Able Group Numbered Back Joins Besides Several English Some Article Adjective ForWhom
    // Requests: place and recipient.
    Honorific Name Homograph Preposition Definite Towards AwayFrom BesidePerson Fetch FetchVerb Hosting Practitioner StreetEnd Venue Treats Room Absent Being HouseKind
    // Requests: notes and changes.
    Note NoteWord Phone Code Instead Remove Add EndsOnly Settle
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet([u64; 3]);

impl ClassSet {
    pub fn insert(&mut self, class: Class) {
        self.0[class as usize / 64] |= 1 << (class as usize % 64);
    }

    pub fn remove(&mut self, class: Class) {
        self.0[class as usize / 64] &= !(1 << (class as usize % 64));
    }

    pub fn has(self, class: Class) -> bool {
        self.0[class as usize / 64] & (1 << (class as usize % 64)) != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == [0; 3]
    }
}
