-- Which key the pseudonyms of this database were made with: a fingerprint, never the key.

create table key_print (
    fingerprint varchar not null
);
