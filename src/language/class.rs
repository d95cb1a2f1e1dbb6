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
    I We You Third Others Kin My Me
    // What a reply does.
    Can Could Offer Firm Task Take It Yes Ok No Not NotNeeded Gladly But If Ask Busy Ill Away Reserve Late Done
    Thanks Chat Past Maybe Only Part Still Also With Plus Alone Both And Or Adverb Benign Other NotForMe EnglishVerb
    Have Be OwnReason NamelessUnit Cond
    OfUs Must Bad Prep Soon Fits When Earliest Release More Kind Demonstrative KinMany Bring Muster Gang All Come Relative So Join Greeting NotTask Ready Then Leave
    TakeOver Collect Motion Ought DoIt
    // Time.
    Clock Half Quarter Over To Am Pm Early From Until Between Before After By Range Hour Minute Day Week Month Year
    Every Alternate Ordinal This Next Last In On Approx Workday Weekend EvenWeeks OddWeeks Begin Once EachMonth
    EachWeek EachDay NewYear Easter Summer Christmas Of Standing Per Date
    // Requests.
    Homograph Treats Through StartWord Enough Needs Joins Several English Some Appointment People ManyPeople Role Person Count NotCount Want Honorific Name Preposition Fetch Hosting
    Practitioner Note Street StreetEnd Venue HouseNumber Phone Change Article Adjective ForWhom Instead Remove Add
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
