-- A segment and those made with it: the classes of one solution part people among them.

create view segment_sibling as
select a.segment_id, b.segment_id as sibling_id
from segment a join segment b
  on a.segment_id = b.segment_id
  or json_extract_string(a.definition, '$.solution')
     = json_extract_string(b.definition, '$.solution');
