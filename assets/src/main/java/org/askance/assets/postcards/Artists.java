package org.askance.assets.postcards;

/// Hands a scene's figure to the artist of its topic. Figures stand at y = 100 and fill about −120 to 120 both ways.
final class Artists {

    private Artists() {}

    static void draw(Pen pen, Topic topic, Polarity polarity) {
        switch (topic) {
            case WEATHER -> WeatherArt.draw(pen, polarity);
            case COMMUTE -> CommuteArt.draw(pen, polarity);
            case FOOD -> FoodArt.draw(pen, polarity);
            case PHONE -> PhoneArt.draw(pen, polarity);
            case SPORT -> SportArt.draw(pen, polarity);
            case MAIL -> MailArt.draw(pen, polarity);
            case TRAINS -> TrainsArt.draw(pen, polarity);
            case HOME -> HomeArt.draw(pen, polarity);
            case GARDEN -> GardenArt.draw(pen, polarity);
            case TRAVEL -> TravelArt.draw(pen, polarity);
        }
    }
}
