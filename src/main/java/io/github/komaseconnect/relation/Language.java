package io.github.komaseconnect.relation;

/** The language in which a relation is addressed. */
public enum Language {
    NL,
    EN
}
