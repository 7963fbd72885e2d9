package io.firebreak.newsroom;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What the pages say about the newsroom itself.
 *
 * @param brand the name of the organisation that speaks
 * @param baseUrl where the public reaches the server, without a slash at its end
 * @param houseLanguage the language of what belongs to no single statement
 * @param zone in which days and times are written
 */
record NewsroomSettings(String brand, String baseUrl, Locale houseLanguage, ZoneId zone) {

    URI url(String path) {
        return URI.create(baseUrl + path);
    }
}
