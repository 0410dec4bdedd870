/**
 * What a purchase invoice must have for Komas to do something with it, and what is told when it has not: remarks, which stand
 * in the way of nothing.
 */
package io.github.komaseconnect.arrival;
