package io.firebreak.newsroom;

/** The routes of the newsroom. Every path is of plain ASCII letters, digits, dots and hyphens. */
final class Paths {

    static final String ROOT = "/newsroom";
    static final String ATOM = ROOT + "/feed.atom";
    static final String JSON = ROOT + "/feed.json";
    static final String STYLE = ROOT + "/style.css";

    private Paths() {}

    /** A page of the index, counted from 1. */
    static String index(int page) {
        return page == 1 ? ROOT : ROOT + "/pages/" + page;
    }

    static String statement(String slug) {
        return ROOT + "/" + slug;
    }

    static String version(String slug, int version) {
        return statement(slug) + "/versions/" + version;
    }

    /** A picture by what it is; no two have the same address. */
    static String picture(String sha256, String mediaType) {
        return ROOT + "/pictures/" + sha256 + (mediaType.equals("image/png") ? ".png" : ".jpeg");
    }
}
