CREATE TABLE "customer_joins" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customer_joins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"joined_id" bigint NOT NULL,
	"keys" jsonb NOT NULL,
	"kept" jsonb NOT NULL,
	"joined" jsonb NOT NULL,
	"joined_by" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"parted_by" text,
	"parted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "customers" DROP CONSTRAINT "customers_consent";--> statement-breakpoint
DROP INDEX "customers_email";--> statement-breakpoint
DROP INDEX "consents_customer";--> statement-breakpoint
ALTER TABLE "customer_keys" DROP CONSTRAINT "customer_keys_key_kind_source_id_pk";--> statement-breakpoint
ALTER TABLE "customer_keys" ADD CONSTRAINT "customer_keys_key_kind_source_id_customer_id_pk" PRIMARY KEY("key","kind","source_id","customer_id");--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "personal_ids" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "personal_ids_said_by" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "why" text;--> statement-breakpoint
CREATE INDEX "consents_import" ON "consents" USING btree ("import_id");--> statement-breakpoint
ALTER TABLE "consents" DROP COLUMN "customer_id";--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_consent" CHECK ("customers"."consent" in ('yes', 'no', 'bounced', 'unknown'));--> statement-breakpoint
-- An address that several have names each of them from now on.
INSERT INTO "customer_keys" ("key", "kind", "customer_id", "import_id")
SELECT lower(trim("attributes" ->> 'email')), 'email', "customer_id", "import_id"
FROM "customers" WHERE trim("attributes" ->> 'email') ~ '^[^@<>[:space:]]+@[^@<>[:space:]]+$'
ON CONFLICT DO NOTHING;--> statement-breakpoint
-- A no of one of them is said of the address too, and so of all who have it.
INSERT INTO "consents" ("key", "key_kind", "said", "via", "noted_at")
SELECT DISTINCT a."key", 'email', 'no', 'row', f."noted_at"
FROM "consents" f
JOIN "customer_keys" k ON k."key" = f."key" AND k."kind" = 'id'
JOIN "customer_keys" a ON a."customer_id" = k."customer_id" AND a."kind" = 'email'
WHERE f."said" = 'no' AND f."via" = 'row' AND f."key_kind" = 'id' AND f."import_id" IS NULL;--> statement-breakpoint
UPDATE "customers" SET "consent" = 'no' WHERE "consent" <> 'no' AND "customer_id" IN (
  SELECT k."customer_id" FROM "consents" f JOIN "customer_keys" k ON k."key" = f."key" AND k."kind" = f."key_kind"
  WHERE f."said" = 'no' AND f."via" = 'row');
