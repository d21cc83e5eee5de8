"""How PostgreSQL gets back the rows that migrations made.

Copying the template again takes a second or more on a busy machine, and
TRUNCATE of every table nearly as long. So the template keeps a copy of its
rows beside the tables, and a test's own rows are deleted.
"""

KEEP_ROWS = """
CREATE SCHEMA template_rows;
DO $$
DECLARE name text; filled boolean;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO filled;
    IF filled THEN
      EXECUTE format('CREATE TABLE template_rows.%I AS TABLE public.%I', name, name);
    END IF;
  END LOOP;
END $$;
CREATE SCHEMA template_counters;
CREATE TABLE template_counters.counters AS
  SELECT format('public.%I', sequencename) AS name, last_value FROM pg_sequences WHERE schemaname = 'public';
"""
"""Run once, in the migrated template."""

PUT_ROWS_BACK = """
DO $$
DECLARE name text;
BEGIN
  SET LOCAL lock_timeout = '10s';              -- a test that left a transaction open is told so
  SET LOCAL session_replication_role = replica; -- rows go and come in any order
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DELETE FROM public.%I', name);
  END LOOP;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'template_rows' LOOP
    EXECUTE format('INSERT INTO public.%I SELECT * FROM template_rows.%I', name, name);
  END LOOP;
  PERFORM setval(counters.name::regclass, coalesce(last_value, 1), last_value IS NOT NULL)
    FROM template_counters.counters;
END $$;
"""
"""Run after each test that really committed."""
