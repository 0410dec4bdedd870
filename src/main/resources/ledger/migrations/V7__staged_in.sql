-- Which import folder the hidden files of a staged purchase invoice lie in: the setting may change before they are renamed.
ALTER TABLE receipt ADD COLUMN staged_in TEXT NOT NULL DEFAULT '';
