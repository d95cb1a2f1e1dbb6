blank = {""}
yes = Yes
no = No

service-snow-clearing = Snow clearing
service-visit = Visit
service-meal-delivery = Meal delivery
service-transport = Transport
service-escort = Escort
service-activity = Activity
service-shopping = Shopping
service-garden = Garden work
service-tech-help = Tech help
service-other = Other
