-- What a union decided about a benefit, beside what the figures suggest. Decisions are never
-- changed: a new one stands in front of the earlier.

create table benefit_decision (
    benefit_id varchar not null,
    remedy varchar not null,          -- fix, ease, tell, invest, rethink, keep
    note varchar,
    decided_at timestamp not null,
    decided_by varchar not null
);
