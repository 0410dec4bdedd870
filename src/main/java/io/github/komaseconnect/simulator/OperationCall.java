package io.github.komaseconnect.simulator;

import java.util.List;

/** Carries one operation out for an account that has logged in. */
interface OperationCall {
    /** What goes between the tags of the response element. */
    List<Content> answer(Accounts.Account caller, PlatformRequest request) throws SoapFault;
}
