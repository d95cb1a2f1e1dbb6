blank = {""}
yes = Ja
no = Nei

service-snow-clearing = Snømåking
service-visit = Besøk
service-meal-delivery = Matutkøyring
service-transport = Skyss
service-escort = Følgje
service-activity = Aktivitet
service-shopping = Handling
service-garden = Hagearbeid
service-tech-help = Hjelp med data og telefon
service-other = Anna
