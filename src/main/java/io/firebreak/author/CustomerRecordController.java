package io.firebreak.author;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders and tickets from a customer system, so that a customer is known by them. */
@RestController
@RequestMapping("/api/customer-records")
@Tag(name = "Author verification")
class CustomerRecordController {

    private static final int MOST = 1_000;

    private final CustomerRecords records;

    CustomerRecordController(CustomerRecords records) {
        this.records = records;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take orders and tickets of customers in",
            description = "For a customer system or shop: up to 1,000 numbers a call, in the place of the same numbers"
                    + " before, so a call may be repeated. Whoever names one of them in a post, or writes from the account"
                    + " that belongs to it, is proposed as a customer. All or nothing is taken in.")
    Receipt receive(@RequestBody Records request, Principal caller) {
        List<RecordOfACall> given = request.records();
        if (given == null || given.isEmpty() || given.size() > MOST) {
            throw Refusal.invalid("records", "Please give 1 to %,d records in a call.".formatted(MOST));
        }
        List<CustomerRecord> read = given.stream().map(RecordOfACall::read).toList();
        records.receive(read, new Actor(caller.getName()));
        return new Receipt(read.size());
    }

    record Records(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<RecordOfACall> records) {}

    record RecordOfACall(
            @Schema(
                            description = "The order or ticket number as the customer sees it",
                            maxLength = 100,
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String number,
            @Schema(description = "The customer's account, where it is known", maxLength = 200) String handle,
            @Schema(description = "The network of that account, spelt as the source of mentions", maxLength = 200)
                    String place) {

        CustomerRecord read() {
            return CustomerRecord.of(number, handle, place);
        }
    }

    record Receipt(int received) {}
}
