package io.firebreak.publishing;

/** The face of publications in the process engine. It follows the record; the record never follows it. */
public interface PublicationProcess {

    /**
     * Brings the waiting steps of a case to where its publications are: ends those that are settled, asks a person
     * where one is needed. In a transaction of its own, under the lock of the case; done again, it changes nothing.
     */
    void follow(String caseReference);

    /** Does the same for every case that has a waiting step. */
    void followAll();

    /**
     * What is public is no longer what was approved: a person is asked to look. In the caller's transaction, and called
     * once for each change that was seen.
     */
    void reportDrift(Publication publication);
}
