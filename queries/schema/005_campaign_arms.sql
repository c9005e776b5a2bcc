-- What one arm of a campaign was offered, where a campaign tries several offers at once.

create table campaign_arm (
    campaign_id varchar not null,
    arm varchar not null,             -- as in assignment.arm
    label varchar not null,           -- what the arm is called on screen
    offer_ends_on date,               -- null here and below: as the campaign says
    unit_cost double,                 -- DKK a contact
    cost_per_hit double,              -- DKK a success
    import_id bigint not null, replaced_by bigint
);
