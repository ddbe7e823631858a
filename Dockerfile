# Two stages: what compiles stays behind.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production PORT=3000
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/dist dist
COPY --from=build --chown=node:node /app/charts charts
COPY --from=build --chown=node:node /app/migrations migrations
COPY --from=build --chown=node:node /app/manifest.json ./
# The playground's page, which a container without tokens is.
COPY --from=build --chown=node:node /app/src/playground/page/client src/playground/page/client
USER node
EXPOSE 3000
# Slack's own check of a process: alive. /readyz is for who sends traffic.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# No npm between the signal and the process: SIGTERM drains.
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["start", "both"]
