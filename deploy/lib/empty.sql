-- Everything that AdGen's user owns in its database goes, before a dump takes its place in the same transaction.
SET client_min_messages = warning;
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) = current_user AND nspname <> 'public' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', found.nspname);
    END LOOP;
    FOR found IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
        EXECUTE format('DROP TABLE public.%I CASCADE', found.relname);
    END LOOP;
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) = current_user
    LOOP
        EXECUTE format('DROP FUNCTION %s CASCADE', found.name);
    END LOOP;
    FOR found IN
        SELECT typname FROM pg_type
        WHERE typnamespace = 'public'::regnamespace AND typtype = 'e' AND pg_get_userbyid(typowner) = current_user
    LOOP
        EXECUTE format('DROP TYPE public.%I CASCADE', found.typname);
    END LOOP;
END
$$;
