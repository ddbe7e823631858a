DROP INDEX "orders_at";--> statement-breakpoint
CREATE INDEX "orders_order_key" ON "orders" USING btree ("order_key");--> statement-breakpoint
CREATE INDEX "orders_at" ON "orders" USING btree ("at");