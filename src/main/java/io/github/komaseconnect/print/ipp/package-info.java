/** Printers that speak IPP (RFC 8010, 8011, PWG 5100.14): asking, printing, following. The packets are jipp's. */
package io.github.komaseconnect.print.ipp;
