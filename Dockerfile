FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# QuestPdf=true brings the second PDF engine along. MSBuild reads both as properties.
ARG QuestPdf=false
ARG QuestPdfVersion
# Packages as locked; with QuestPDF they are not, see Directory.Build.props.
ENV CI=true
# Packages first: they change seldom, and their layer is kept.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/PerfTargets.Core/PerfTargets.Core.csproj src/PerfTargets.Core/packages.lock.json src/PerfTargets.Core/
COPY src/PerfTargets.Documents/PerfTargets.Documents.csproj src/PerfTargets.Documents/packages.lock.json src/PerfTargets.Documents/
COPY src/PerfTargets.QuestPdf/PerfTargets.QuestPdf.csproj src/PerfTargets.QuestPdf/
COPY src/PerfTargets.Web/PerfTargets.Web.csproj src/PerfTargets.Web/packages.lock.json src/PerfTargets.Web/
RUN dotnet restore src/PerfTargets.Web/PerfTargets.Web.csproj
COPY src/ src/
# Restores once more: publishing needs the compiler ahead of time besides.
RUN dotnet publish src/PerfTargets.Web/PerfTargets.Web.csproj --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# Where the SQLite file lives when no PostgreSQL is configured.
RUN mkdir /data && chown "$APP_UID" /data
# The collector's room for young garbage, in bytes and hexadecimal: as much as Directory.Build.props allows.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_GCgen0size=4000000 \
    ConnectionStrings__PerfTargets="Data Source=/data/perftargets.db"
USER $APP_UID
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["./perftargets", "health"]
ENTRYPOINT ["./perftargets"]
