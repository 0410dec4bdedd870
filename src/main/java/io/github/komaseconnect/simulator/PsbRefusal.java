package io.github.komaseconnect.simulator;

/** A call that the PSB refuses, with an HTTP status and an error body. */
final class PsbRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private PsbRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As the error body has it. */
    String code() {
        return "API" + status;
    }

    static PsbRefusal invalid(String message) {
        return new PsbRefusal(400, message);
    }

    static PsbRefusal notAuthenticated(String message) {
        return new PsbRefusal(401, message);
    }

    static PsbRefusal noPermission(String message) {
        return new PsbRefusal(403, message);
    }

    static PsbRefusal unknown(String message) {
        return new PsbRefusal(404, message);
    }

    static PsbRefusal wrongMethod() {
        return new PsbRefusal(405, "The method is not allowed here.");
    }

    static PsbRefusal alreadyProcessed(String documentId) {
        return new PsbRefusal(409, "The document " + documentId + " was already processed.");
    }

    static PsbRefusal wrongType(String expected) {
        return new PsbRefusal(415, "The Content-Type must be " + expected + ".");
    }
}
