CREATE TABLE "customer_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"customer_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customers_customer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"consent" text DEFAULT 'unknown' NOT NULL,
	"suppressed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_consent" CHECK ("customers"."consent" in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "digest_runs" (
	"subscription_id" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"sent" boolean NOT NULL,
	"ran_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_runs_subscription_id_due_at_pk" PRIMARY KEY("subscription_id","due_at")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"customer_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"value" double precision DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_ledger" (
	"id" serial PRIMARY KEY NOT NULL,
	"exported_by" text NOT NULL,
	"source" jsonb NOT NULL,
	"columns" text[] NOT NULL,
	"customers" integer NOT NULL,
	"personal" boolean NOT NULL,
	"destination" text NOT NULL,
	"exported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_members" (
	"customer_id" bigint NOT NULL,
	"export_id" integer NOT NULL,
	CONSTRAINT "export_members_customer_id_export_id_pk" PRIMARY KEY("customer_id","export_id")
);
--> statement-breakpoint
CREATE TABLE "feature_sets" (
	"id" serial PRIMARY KEY NOT NULL,
	"definition" jsonb NOT NULL,
	"as_of" date NOT NULL,
	"customers" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "features" (
	"customer_id" bigint NOT NULL,
	"feature_set_id" integer NOT NULL,
	"values" double precision[] NOT NULL,
	CONSTRAINT "features_customer_id_feature_set_id_pk" PRIMARY KEY("customer_id","feature_set_id")
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"import_id" integer NOT NULL,
	"line" integer NOT NULL,
	"code" text NOT NULL,
	"column_name" text NOT NULL,
	"cells" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" serial PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"kind" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"key" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"line" text NOT NULL,
	"origin" jsonb NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" serial PRIMARY KEY NOT NULL,
	"task" text NOT NULL,
	"payload" jsonb NOT NULL,
	"asker" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"step" text,
	"done" double precision DEFAULT 0 NOT NULL,
	"total" double precision DEFAULT 0 NOT NULL,
	"reply" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"customer_id" bigint NOT NULL,
	"segmentation_id" integer NOT NULL,
	"segment_id" integer NOT NULL,
	"distance" double precision NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "memberships_customer_id_segmentation_id_valid_from_pk" PRIMARY KEY("customer_id","segmentation_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"customer_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"order_key" text NOT NULL,
	"kind" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"product" text,
	"channel" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"asker" jsonb NOT NULL,
	"origin" jsonb NOT NULL,
	"kind" text NOT NULL,
	"reply" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"message" jsonb,
	"uploaded" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" serial PRIMARY KEY NOT NULL,
	"model_id" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"as_of" date,
	"feature_set_id" integer,
	"segmentation_id" integer,
	"seed" integer,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "received_file_parts" (
	"file_id" integer NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "received_file_parts_file_id_position_pk" PRIMARY KEY("file_id","position")
);
--> statement-breakpoint
CREATE TABLE "received_files" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"received_from" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_models" (
	"id" serial PRIMARY KEY NOT NULL,
	"campaign" text NOT NULL,
	"definition" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"status" text NOT NULL,
	"version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"adopted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"customer_id" bigint NOT NULL,
	"campaign" text NOT NULL,
	"responded" boolean NOT NULL,
	"at" timestamp with time zone,
	CONSTRAINT "responses_customer_id_campaign_pk" PRIMARY KEY("customer_id","campaign")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"user_id" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"customer_id" bigint NOT NULL,
	"model_id" integer NOT NULL,
	"probability" double precision NOT NULL,
	CONSTRAINT "scores_customer_id_model_id_pk" PRIMARY KEY("customer_id","model_id")
);
--> statement-breakpoint
CREATE TABLE "segmentations" (
	"id" serial PRIMARY KEY NOT NULL,
	"method" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"feature_set_id" integer NOT NULL,
	"placement" jsonb NOT NULL,
	"metrics" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"status" text NOT NULL,
	"version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"adopted_at" timestamp with time zone,
	"adopted_by" text
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"id" serial PRIMARY KEY NOT NULL,
	"segmentation_id" integer NOT NULL,
	"key" text NOT NULL,
	"number" integer NOT NULL,
	"names" jsonb NOT NULL,
	"custom_name" text,
	"notes" text,
	"statistics" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"scope" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "settings_scope_name_pk" PRIMARY KEY("scope","name")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" serial PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"asker" jsonb NOT NULL,
	"channel" text,
	"weekday" integer NOT NULL,
	"minutes" integer NOT NULL,
	"quiet" boolean NOT NULL,
	"state" text DEFAULT 'on' NOT NULL,
	"paused_until" timestamp with time zone,
	"next_due" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"entry" text PRIMARY KEY NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"user_id" text PRIMARY KEY NOT NULL,
	"segmentation_id" integer NOT NULL,
	"voted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree (lower("attributes" ->> 'email'));--> statement-breakpoint
CREATE INDEX "events_customer" ON "events" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "import_rejects_import" ON "import_rejects" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("leased_until") WHERE "inbox"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_current" ON "memberships" USING btree ("segment_id","customer_id") WHERE "memberships"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "orders_customer" ON "orders" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("due_at") WHERE "outbox"."state" in ('waiting', 'posting', 'posted');--> statement-breakpoint
CREATE UNIQUE INDEX "response_models_one_active" ON "response_models" USING btree ("status") WHERE "response_models"."status" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "response_models_version" ON "response_models" USING btree ("version");--> statement-breakpoint
CREATE INDEX "scores_by_probability" ON "scores" USING btree ("model_id","probability" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "segmentations_one_active" ON "segmentations" USING btree ("status") WHERE "segmentations"."status" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "segmentations_version" ON "segmentations" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "segments_number" ON "segments" USING btree ("segmentation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "segments_key" ON "segments" USING btree ("segmentation_id","key");--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("next_due") WHERE "subscriptions"."state" = 'on';