/**
 * A stand-in for eConnect's platform API v3.1, as strict as the real one: SOAP 1.1 over HTTP on a real socket, for
 * rehearsals, the demo and tests. It shares no code with the client that talks to it, so that a misreading of the API
 * shows instead of cancelling out. {@link io.github.komaseconnect.simulator.Simulator} is the way in; docs/simulator.md
 * says what it does.
 */
package io.github.komaseconnect.simulator;
