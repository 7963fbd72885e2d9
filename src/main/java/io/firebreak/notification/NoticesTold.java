package io.firebreak.notification;

/** Something is to be sent as soon as the transaction has ended well. */
record NoticesTold() {}
