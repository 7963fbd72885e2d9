package io.firebreak.evidence;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files in as evidence and hands them out. The file is the whole body, so that it ends at the same limits of bytes
 * and time as every other body.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "Evidence")
class EvidenceFileController {

    private final EvidenceFiles files;
    private final Cases cases;

    EvidenceFileController(EvidenceFiles files, Cases cases) {
        this.files = files;
        this.cases = cases;
    }

    @PostMapping(path = "/cases/{reference}/evidence/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Keep a file as evidence",
            description =
                    "A PNG, JPEG or WebP picture, a PDF or a plain text in UTF-8, of at most 10 MiB. What it is, is"
                            + " read from its bytes. The same bytes again change nothing.")
    @ApiResponse(responseCode = "201", description = "It is kept")
    @ApiResponse(responseCode = "200", description = "The case had the same bytes already")
    ResponseEntity<EvidenceItem> keep(
            @PathVariable String reference,
            @Parameter(description = "The name of the file; it is made safe") @RequestParam(required = false)
                    String name,
            @Parameter(description = "What it shows", required = true) @RequestParam(required = false) String shows,
            @Parameter(description = "The post of the case that it shows, by its id") @RequestParam(required = false)
                    String about,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary")))
                    @RequestBody(required = false)
                    byte[] file,
            Authentication caller) {
        Person person = Person.of(caller);
        person.requireStaff();
        CaseReference known = cases.get(CaseReference.parse(reference)).reference();
        KeptFile kept = files.keep(known, NewFile.of(name, shows, about, file), person.actor());
        return ResponseEntity.status(kept.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/evidence/" + kept.item().id()))
                .body(kept.item());
    }

    @GetMapping("/evidence/{id}/file")
    @Operation(
            summary = "The file itself, byte for byte",
            description = "For those who work on cases. Pictures can be looked at, all else is only saved.")
    ResponseEntity<byte[]> file(@PathVariable String id, Authentication caller) {
        Person.of(caller).requireStaff();
        FileContent content = files.content(EvidenceId.parse(id));
        HttpHeaders headers = new HttpHeaders();
        content.headers().forEach(headers::set);
        return new ResponseEntity<>(content.bytes(), headers, HttpStatus.OK);
    }
}
