-- The database's own book-keeping.

-- name: meta
-- The extract's date, the data version and whether this is the sample union.
select as_of, data_version, is_sample, union_name from meta

-- name: begin_meta!
insert into meta values ($as_of, 1, $is_sample, $union_name)

-- name: next_data_version!
update meta set data_version = data_version + 1

-- name: set_data_version!
update meta set data_version = $data_version

-- name: next_import_id
select nextval('import_ids')

-- name: record_import!
insert into import_batch values ($import_id, $file_name, $file_sha256, $kind, $mapping,
    $imported_by, $imported_at, $rows_in, $rows_stored, $rows_reported, null)

-- name: import_batches
-- Every import, newest first.
select import_id, file_name, file_sha256, kind, imported_by, imported_at,
       rows_in, rows_stored, rows_reported, undone_at
from import_batch order by import_id desc

-- name: imports_of_file
-- Imports of this very file that are still in force.
select import_id, file_name, imported_at from import_batch
where file_sha256 = $file_sha256 and undone_at is null order by import_id desc

-- name: mark_undone!
update import_batch set undone_at = $at where import_id = $import_id

-- name: audit!
insert into audit_event values ($at, $user_name, $action, $subject, $size)

-- name: fact_tables
-- The tables whose rows belong to an import.
select table_name from duckdb_columns() where column_name = 'replaced_by'
  and database_name = current_database() order by table_name

-- name: stored_tables
-- Every table but the schema's own and the derived ones.
select table_name from duckdb_tables() where database_name = current_database()
  and table_name not in ('schema_step', 'member_now', 'respondent_now') order by table_name

-- name: tables_of
-- The tables of an attached database.
select table_name from duckdb_tables() where database_name = $database order by table_name
