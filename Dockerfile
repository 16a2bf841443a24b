# The server with its page, as it runs: built in one stage, and only what runs in the other.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY graph-schema/package.json graph-schema/
COPY ripple/package.json ripple/
COPY seed/package.json seed/
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
COPY bench/package.json bench/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && mkdir /data

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400 DOWNSTREAM_DATA=/data
COPY package.json package-lock.json .npmrc ./
COPY graph-schema/package.json graph-schema/
COPY ripple/package.json ripple/
COPY seed/package.json seed/
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
COPY bench/package.json bench/
RUN npm ci --ignore-scripts --omit=dev \
      -w @downstream/graph-schema -w @downstream/ripple -w @downstream/seed -w @downstream/server \
    && npm cache clean --force
COPY --from=build /app/graph-schema/dist graph-schema/dist
COPY --from=build /app/graph-schema/migrations graph-schema/migrations
COPY --from=build /app/ripple/dist ripple/dist
COPY --from=build /app/seed/dist seed/dist
COPY --from=build /app/seed/maps seed/maps
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/server/bin server/bin
COPY --from=build /app/client/dist client/dist
COPY --from=build --chown=node:node /data /data
USER node
VOLUME /data
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/bin/downstream.js", "start"]
