# Rundt det som sendes som e-post fordi ingen chat tok imot det.
mail-subject = {$town}: noe venter på deg
mail-subject-task = {$town}: {$number} venter på deg
mail-intro = Hei! Dette ville jeg si deg i chatten {$at}, men jeg nådde ikke fram:
mail-outro = Knappene blir ikke med i en e-post. Åpne chatten med meg og trykk Start, så kan du svare der. Får du ikke åpnet den, så ring dem det gjelder, eller {$town}, {$phone}.
mail-outro-plain = Du treffer meg i chatten når den virker. Haster det, så ring {$town}, {$phone}.
mail-why = {$town} har gitt meg adressen din for slike beskjeder. Svar på denne e-posten blir ikke lest.
