CREATE INDEX "events_at" ON "events" USING brin ("at");--> statement-breakpoint
CREATE INDEX "orders_at" ON "orders" USING brin ("at");