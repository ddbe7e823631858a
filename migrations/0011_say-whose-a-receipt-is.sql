ALTER TABLE "receipts" ADD COLUMN "privacy" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "request_id" text;