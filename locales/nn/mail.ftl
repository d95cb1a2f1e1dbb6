# Rundt det som blir sendt som e-post fordi ingen chat tok imot det.
mail-subject = {$town}: noko ventar på deg
mail-subject-task = {$town}: {$number} ventar på deg
mail-intro = Hei! Dette ville eg seie deg i chatten {$at}, men eg nådde ikkje fram:
mail-outro = Knappane blir ikkje med i ein e-post. Opne chatten med meg og trykk Start, så kan du svare der. Får du ikkje opna han, så ring dei det gjeld, eller {$town}, {$phone}.
mail-outro-plain = Du treffer meg i chatten når han verkar. Hastar det, så ring {$town}, {$phone}.
mail-why = {$town} har gitt meg adressa di for slike beskjedar. Ingen les svar på denne e-posten.
