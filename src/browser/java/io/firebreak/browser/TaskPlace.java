package io.firebreak.browser;

/**
 * Where a form is shown.
 *
 * @param user who does the task
 * @param reference of its case; null where the task belongs to none
 * @param task its id; null where it is the case's only one of its kind
 */
record TaskPlace(String user, String reference, String task) {

    TaskPlace(String user, String reference) {
        this(user, reference, null);
    }
}
