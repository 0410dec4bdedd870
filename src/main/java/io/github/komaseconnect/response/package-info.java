/** Answers to suppliers (Invoice Response): given by command or in {@code respond/}, checked, and told to eConnect. */
package io.github.komaseconnect.response;
