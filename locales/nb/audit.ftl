# Det den som ser etter at alt går, har å si: til koordinatorer og administratorer.
audit-task-forgotten = Jeg har mistet tråden i {$number} og kommer ikke til å følge den opp av meg selv. Se etter den, og be den som drifter Tannhjul, om hjelp.
audit-task-late = Jeg ligger etter med {$number}: noe skulle vært gjort {$at}. Se etter den, og be den som drifter Tannhjul, om hjelp.
audit-task-again = Jeg følger opp {$number} igjen.
audit-chat-again = Meldingene mine til {$title} kommer fram igjen.
audit-nothing-sent = Ingen meldinger fra meg har kommet av gårde siden {$at}. Haster noe, så ring.
audit-sent-again = Meldingene mine kommer av gårde igjen.
audit-clock-stands = Klokka mi står: jeg minner ikke om noe og ringer ingen av meg selv. Tannhjul må startes på nytt.
audit-clock-again = Klokka mi går igjen.
audit-mail-stuck = E-posten min kommer ikke av gårde, og det har den ikke gjort siden {$at}. Svikter chatten også, når jeg ingen. Be den som drifter Tannhjul, se på e-posttjeneren.
audit-mail-again = E-posten min kommer av gårde igjen.
audit-no-address = Jeg har ikke e-postadressen til noen av dem som får beskjed når noe står fast. Svikter chatten, når jeg ingen av dem. Be den som setter opp Tannhjul, om å legge adressene inn.
audit-address-again = Nå har jeg e-postadressen til noen av dem som får beskjed når noe står fast.
audit-no-backup = Den siste sikkerhetskopien er fra {$at}. Be den som drifter Tannhjul, om å ta en ny.
audit-never-backed-up = Det er aldri tatt noen sikkerhetskopi. Be den som drifter Tannhjul, om å ta en.
audit-backup-again = Nå er det tatt sikkerhetskopi.
audit-withheld =
    {$count ->
        [one] Tannhjul er satt tilbake til en sikkerhetskopi. Det folk svarte etter den, er borte, så se over oppdragene. Én melding kan være sagt alt og venter på den som drifter Tannhjul.
       *[other] Tannhjul er satt tilbake til en sikkerhetskopi. Det folk svarte etter den, er borte, så se over oppdragene. {$count} meldinger kan være sagt alt og venter på den som drifter Tannhjul.
    }
audit-withheld-no-more = Ingen meldinger venter lenger etter at Tannhjul ble satt tilbake.
