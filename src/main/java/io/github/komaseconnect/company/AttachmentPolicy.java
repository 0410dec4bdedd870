package io.github.komaseconnect.company;

/** What becomes of the attachments of a purchase invoice that are not its PDF. */
public enum AttachmentPolicy {
    /** They stay inside the UBL file only. */
    LEFT_INSIDE,
    /** They are written into a folder of their own beside it as well. */
    IN_A_FOLDER
}
