blank = {""}
yes = Ja
no = Nei

service-snow-clearing = Snømåking
service-visit = Besøk
service-meal-delivery = Matombringing
service-transport = Skyss
service-escort = Følge
service-activity = Aktivitet
service-shopping = Handling
service-garden = Hagearbeid
service-tech-help = Hjelp med data og telefon
service-other = Annet
