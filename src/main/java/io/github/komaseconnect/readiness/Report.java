package io.github.komaseconnect.readiness;

/** Takes what is found out, at the moment it is. */
public interface Report {
    /** The findings that follow are about this. */
    void section(String dutch, String english);

    /** One finding. */
    void finding(Finding finding);
}
