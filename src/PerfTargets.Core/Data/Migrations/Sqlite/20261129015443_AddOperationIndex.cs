using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfTargets.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddOperationIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_operations_form_id_at",
                table: "operations",
                columns: new[] { "form_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_operations_form_id_at",
                table: "operations");
        }
    }
}
