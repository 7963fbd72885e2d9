package io.firebreak.notification;

/** What is sent to whom, by whoever has taken it on. */
record Dispatch(Delivery delivery, ToldNotice told) {

    String describe() {
        return "%s notice to %s by %s"
                .formatted(told.notice().kind(), told.notice().person(), MeansKey.spoken(delivery.means()));
    }
}
