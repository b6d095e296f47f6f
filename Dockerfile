# The desk as an image: built from this checkout, run by an ordinary user. Needs a database: see docker-compose.yml.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/maven mvn -Dmaven.repo.local=/maven -B -ntp -q -DskipTests -pl support-web -am package \
 && java -Djarmode=tools -jar support-web/target/support-web-*-app.jar extract --destination /desk \
 && mv /desk/support-web-*-app.jar /desk/desk.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/desk --create-home desk
WORKDIR /var/lib/desk
COPY --from=build /desk /opt/desk
ENV DESK_PORT=8080 \
    DESK_MANAGEMENT_PORT=9000 \
    DESK_DATA_DIR=/var/lib/desk/data \
    MALLOC_ARENA_MAX=2 \
    JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=60 -Xss512k -XX:TrimNativeHeapInterval=5000 --enable-native-access=ALL-UNNAMED"
RUN chown desk /opt/desk
USER desk
# one start with the embedded database: what the JVM learns in it is kept for every later one
RUN DESK_DATA_DIR=/tmp/training DESK_DEMO_ENABLED=false \
      java -XX:AOTCacheOutput=/opt/desk/desk.aot -Dspring.context.exit=onRefresh -jar /opt/desk/desk.jar \
 && rm -rf /tmp/training
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/9000 && printf "GET /actuator/health/readiness HTTP/1.0\r\n\r\n" >&3 && grep -q "\"UP\"" <&3'
ENTRYPOINT ["java", "-XX:AOTCache=/opt/desk/desk.aot", "-Xlog:disable", "-Xlog:all=error:stderr", "-jar", "/opt/desk/desk.jar"]
