/**
 * The demo: the real runtime with the real routes on sample invoices, with stand-ins for eConnect, the mail server and the
 * printer, so that anybody can watch the whole job on one machine.
 */
package io.github.komaseconnect.demo;
