/**
 * Whether a customer can be reached over Peppol: the question, its four answers, and when a no counts. Sends nothing and
 * decides on no other method; that is policy ({@code relation.Fallback}) and done by {@code delivery}.
 */
package io.github.komaseconnect.reachability;
