package io.firebreak.newsroom;

/** A picture of a release, without its bytes. */
record PublishedPicture(String mediaType, String altText, int width, int height, String sha256) {

    /** Where it is served. Its bytes never change. */
    public String path() {
        return Paths.picture(sha256, mediaType);
    }
}
