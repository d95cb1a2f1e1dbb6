# Det den som ser etter at alt går, har å seie: til koordinatorar og administratorar.
audit-task-forgotten = Eg har mista tråden i {$number} og kjem ikkje til å følgje det opp av meg sjølv. Sjå etter oppdraget, og be den som driftar Tannhjul, om hjelp.
audit-task-late = Eg ligg etter med {$number}: noko skulle vore gjort {$at}. Sjå etter oppdraget, og be den som driftar Tannhjul, om hjelp.
audit-task-again = Eg følgjer opp {$number} att.
audit-chat-again = Meldingane mine til {$title} kjem fram att.
audit-nothing-sent = Ingen meldingar frå meg har kome av garde sidan {$at}. Hastar noko, så ring.
audit-sent-again = Meldingane mine kjem av garde att.
audit-clock-stands = Klokka mi står: eg minner ikkje om noko og ringjer ingen av meg sjølv. Tannhjul må startast på nytt.
audit-clock-again = Klokka mi går att.
audit-mail-stuck = E-posten min kjem ikkje av garde, og det har han ikkje gjort sidan {$at}. Sviktar chatten òg, når eg ingen. Be den som driftar Tannhjul, sjå på e-posttenaren.
audit-mail-again = E-posten min kjem av garde igjen.
audit-no-address = Eg har ikkje e-postadressa til nokon av dei som får beskjed når noko står fast. Sviktar chatten, når eg ingen av dei. Be den som set opp Tannhjul, om å leggje inn adressene.
audit-address-again = No har eg e-postadressa til nokon av dei som får beskjed når noko står fast.
audit-no-backup = Den siste tryggingskopien er frå {$at}. Be den som driftar Tannhjul, om å ta ein ny.
audit-never-backed-up = Det er aldri teke nokon tryggingskopi. Be den som driftar Tannhjul, om å ta ein.
audit-backup-again = No er det teke tryggingskopi.
audit-withheld =
    {$count ->
        [one] Tannhjul er sett tilbake til ein tryggingskopi. Det folk svara etter han, er borte, så sjå over oppdraga. Éi melding kan vere sagd allereie og ventar på den som driftar Tannhjul.
       *[other] Tannhjul er sett tilbake til ein tryggingskopi. Det folk svara etter han, er borte, så sjå over oppdraga. {$count} meldingar kan vere sagde allereie og ventar på den som driftar Tannhjul.
    }
audit-withheld-no-more = Ingen meldingar ventar lenger etter at Tannhjul blei sett tilbake.
