# Around what goes by e-mail because no chat took it.
mail-subject = {$town}: something waits for you
mail-subject-task = {$town}: {$number} waits for you
mail-intro = Hello! I wanted to tell you this in the chat ({$at}), but did not get through:
mail-outro = Buttons do not work in e-mail. Open the chat with me and press Start, and you can answer there. If it does not open, ring those concerned, or {$town}, {$phone}.
mail-outro-plain = You find me in the chat when it works. If it is urgent, ring {$town}, {$phone}.
mail-why = {$town} has given me your address for messages like this. Nobody reads answers to this e-mail.
