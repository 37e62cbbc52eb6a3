-- Two roles. The owner makes the tables and is used by `stegvis migrate` alone; the application owns nothing.
-- Row-level security is FORCEd, so even the owner sees no organisation's rows without a context.
-- Run once as a superuser, in the database of Stegvis; set passwords with \password afterwards.
CREATE ROLE stegvis_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE ROLE stegvis_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
GRANT USAGE ON SCHEMA public TO stegvis_app;
GRANT USAGE, CREATE ON SCHEMA public TO stegvis_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE stegvis_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO stegvis_app;
ALTER DEFAULT PRIVILEGES FOR ROLE stegvis_owner IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO stegvis_app;
